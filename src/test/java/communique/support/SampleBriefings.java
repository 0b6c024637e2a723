package communique.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Hands the briefings of {@code src/samples} over as their office would: each file is a whole SOAP
 * message, and the pictures it names by {@code cid:} lie beside it and travel along as MTOM parts.
 * In each folder the first file deposits the briefing and the others add editions to it. Each has a
 * depositor's reference, so that doing it twice keeps nothing twice.
 */
public final class SampleBriefings {
  /** Stands in the files for the identity that the archive gives to the briefing. */
  private static final String UNKNOWN_YET = new UUID(0, 0).toString();

  private static final Pattern PICTURE = Pattern.compile("href=\"cid:([a-z0-9.-]+)\"");
  private static final Pattern ANSWERED = Pattern.compile("<(?:\\w+:)?(\\w+)>([^<>]+)</");

  private final HttpClient client;
  private final URI deposit;
  private final String credentials;

  /**
   * @param archive the address of the archive, which must be https
   * @param account the account of a depositor and its password, separated by a colon
   */
  public SampleBriefings(HttpClient client, URI archive, String account) {
    this.client = client;
    this.deposit = archive.resolve("/soap/deposit");
    this.credentials = Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What the archive answered to one message.
   *
   * @param file the message, from the folder of the samples on
   */
  public record Kept(Path file, UUID receipt, UUID briefing, String reference, String language) {}

  /**
   * Loads all.
   *
   * @param told hears of each receipt as it comes
   * @throws CannotRun when a message is refused
   */
  public List<Kept> load(Path samples, Consumer<Kept> told)
      throws IOException, InterruptedException, CannotRun {
    List<Kept> all = new ArrayList<>();
    for (Path folder : sorted(samples)) {
      String briefing = UNKNOWN_YET;
      for (Path message : sorted(folder)) {
        if (message.toString().endsWith(".xml")) {
          String envelope = Files.readString(message).replace(UNKNOWN_YET, briefing);
          Kept kept = kept(samples.relativize(message), send(envelope, folder));
          briefing = kept.briefing().toString();
          told.accept(kept);
          all.add(kept);
        }
      }
    }
    return all;
  }

  private HttpResponse<String> send(String envelope, Path folder)
      throws IOException, InterruptedException {
    String boundary = "part-" + UUID.randomUUID();
    HttpRequest request =
        HttpRequest.newBuilder(deposit)
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Basic " + credentials)
            .header("SOAPAction", "\"\"")
            .header(
                "Content-Type",
                "multipart/related; type=\"application/xop+xml\"; start=\"<message>\";"
                    + " start-info=\"text/xml\"; boundary=\""
                    + boundary
                    + "\"")
            .POST(BodyPublishers.ofByteArray(parts(envelope, folder, boundary)))
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private static byte[] parts(String envelope, Path folder, String boundary) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String type = "application/xop+xml; charset=UTF-8; type=\"text/xml\"";
    part(out, boundary, "message", type, envelope.getBytes(StandardCharsets.UTF_8));
    for (String picture : PICTURE.matcher(envelope).results().map(cid -> cid.group(1)).toList()) {
      String image = picture.endsWith(".png") ? "image/png" : "image/jpeg";
      part(out, boundary, picture, image, Files.readAllBytes(folder.resolve(picture)));
    }
    out.write(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private static void part(
      ByteArrayOutputStream out, String boundary, String id, String type, byte[] content)
      throws IOException {
    String head =
        """
        --%s
        Content-Type: %s
        Content-Transfer-Encoding: binary
        Content-ID: <%s>

        """
            .formatted(boundary, type, id)
            .replace("\n", "\r\n");
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    out.write(content);
    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private static Kept kept(Path file, HttpResponse<String> answer) throws CannotRun {
    if (answer.statusCode() != 200) {
      throw new CannotRun(
          "%s was refused: HTTP %d %s".formatted(file, answer.statusCode(), answer.body()));
    }
    String body = answer.body();
    return new Kept(
        file,
        UUID.fromString(answered(body, "ReceiptId")),
        UUID.fromString(answered(body, "BriefingId")),
        answered(body, "Reference"),
        answered(body, "Language"));
  }

  private static String answered(String body, String element) throws CannotRun {
    Matcher found = ANSWERED.matcher(body);
    while (found.find()) {
      if (found.group(1).equals(element)) {
        return found.group(2);
      }
    }
    throw new CannotRun("The archive's receipt has no " + element + ": " + body);
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
