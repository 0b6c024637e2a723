package communique.support;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;

/**
 * What {@code mvn -Psamples} runs: loads the sample briefings into a running archive, over its SOAP
 * door, with the log-in and the certificate of its data folder.
 */
public final class SampleLoader {
  private static final String ACCOUNT = "xv-depositor";

  private SampleLoader() {}

  /** Ends the JVM with 1 and one sentence when it cannot be done. */
  public static void main(String[] arguments) throws InterruptedException {
    URI archive =
        URI.create(System.getenv().getOrDefault("COMMUNIQUE_URL", "https://localhost:9443"));
    try {
      load(archive, Places.fromSystemProperties());
      return;
    } catch (CannotRun e) {
      System.err.println("\n" + e.getMessage() + "\n");
    } catch (ConnectException e) {
      System.err.printf(
          "%nNo archive answers at %s: start one with mvn, or name another with"
              + " COMMUNIQUE_URL=https://…%n%n",
          archive);
    } catch (IOException | GeneralSecurityException e) {
      System.err.println("\nThe samples could not be loaded: " + e + "\n");
    }
    System.exit(1);
  }

  private static void load(URI archive, Places places)
      throws IOException, GeneralSecurityException, InterruptedException, CannotRun {
    Path home = places.home();
    Logins logins = new Logins(home.resolve("setup.json"), home.resolve("netrc"));
    Certificate certificate =
        new Certificate(home.resolve("localhost.p12"), home.resolve("localhost.pem"));
    if (!Files.exists(logins.netrc()) || !Files.exists(certificate.pem())) {
      throw new CannotRun("There are no log-ins in " + home + " yet: start the archive with mvn.");
    }
    HttpClient client =
        HttpClient.newBuilder()
            .sslContext(certificate.trusting())
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    String account = ACCOUNT + ":" + logins.password(ACCOUNT);
    int count =
        new SampleBriefings(client, archive, account)
            .load(places.project().resolve("src/samples"), SampleLoader::print)
            .size();
    System.out.printf("%n%d editions are in the archive at %s%n", count, archive);
  }

  private static void print(SampleBriefings.Kept kept) {
    System.out.printf(
        "%-20s %-3s receipt %s  %s%n",
        kept.reference(), kept.language(), kept.receipt(), kept.file());
  }
}
