package communique.doors.soap;

import static org.assertj.core.api.Assertions.assertThat;

import communique.support.RunningSystem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Sends SOAP messages byte by byte as they are given, without a SOAP library. */
final class SoapClient {
  /** A server that stands still must fail a test and not hold it up for ever. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  static final String SOAP11 = "http://schemas.xmlsoap.org/soap/envelope/";
  static final String SOAP12 = "http://www.w3.org/2003/05/soap-envelope";
  static final String XML11 = "text/xml; charset=utf-8";
  static final String XML12 = "application/soap+xml; charset=utf-8";
  static final String DEPOSITOR = "xv-depositor";

  private final RunningSystem system;

  SoapClient(RunningSystem system) {
    this.system = system;
  }

  static String example(String name) throws IOException {
    return Files.readString(Path.of("schemas/examples").resolve(name));
  }

  static String getBriefing(String id) {
    return "<s:Envelope xmlns:s='"
        + SOAP11
        + "'><s:Body><GetBriefing xmlns='urn:communique:archive:1'><BriefingId>"
        + id
        + "</BriefingId></GetBriefing></s:Body></s:Envelope>";
  }

  Answer deposit(String envelope) throws IOException, InterruptedException {
    return deposit(XML11, envelope.getBytes(StandardCharsets.UTF_8));
  }

  Answer deposit(String contentType, byte[] message) throws IOException, InterruptedException {
    return deposit(contentType, BodyPublishers.ofByteArray(message));
  }

  Answer deposit(String contentType, BodyPublisher message)
      throws IOException, InterruptedException {
    return send(
        request("soap/deposit", contentType, message)
            .header("Authorization", basic(DEPOSITOR, system.password(DEPOSITOR))));
  }

  Answer depositAsNobody(String envelope) throws IOException, InterruptedException {
    return send(request("soap/deposit", XML11, BodyPublishers.ofString(envelope)));
  }

  Answer depositAs(String name, String password, String envelope)
      throws IOException, InterruptedException {
    return send(
        request("soap/deposit", XML11, BodyPublishers.ofString(envelope))
            .header("Authorization", basic(name, password)));
  }

  Answer retrieve(String contentType, String envelope) throws IOException, InterruptedException {
    return send(request("soap/retrieval", contentType, BodyPublishers.ofString(envelope)));
  }

  HttpRequest.Builder request(String path, String contentType, BodyPublisher message) {
    return request(system.httpsUri().resolve(path), contentType, message);
  }

  HttpRequest.Builder request(URI address, String contentType, BodyPublisher message) {
    return HttpRequest.newBuilder(address)
        .timeout(PATIENCE)
        .header("Content-Type", contentType)
        .POST(message);
  }

  Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return Answer.of(system.client().send(request.build(), BodyHandlers.ofByteArray()));
  }

  static String basic(String name, String password) {
    byte[] both = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** How much the archive holds, in the database and in the media store. */
  String holdings() throws SQLException, IOException {
    try (Connection database = system.database();
        Statement statement = database.createStatement();
        ResultSet counts =
            statement.executeQuery(
                """
                select (select count(*) from briefing) || ' ' || (select count(*) from version)
                  || ' ' || (select count(*) from receipt) || ' ' || (select count(*) from original)
                  || ' ' || (select count(*) from journal where verb <> 'ReleaseEmbargoed')
                  || ' ' || (select coalesce(sum(last), 0) from reference_counter)
                  || ' ' || (select count(*) from media)""")) {
      counts.next();
      return counts.getString(1) + " " + files();
    }
  }

  // Half received and never to be completed; smaller pictures, which are made meanwhile, go again.
  private long files() {
    long files = left();
    for (int i = 0; i < 100 && files > 0; i++) {
      LockSupport.parkNanos(100_000_000);
      files = left();
    }
    return files;
  }

  private long left() {
    return files(system.mediaFolder().resolve("incoming")) + files(system.temporaryFolder());
  }

  /** Waits until the archive holds a temporary file. */
  void awaitTemporaryFile() {
    for (int i = 0; i < 100 && files(system.temporaryFolder()) == 0; i++) {
      LockSupport.parkNanos(100_000_000);
    }
    assertThat(files(system.temporaryFolder())).isPositive();
  }

  private static long files(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).count();
    } catch (UncheckedIOException | IOException e) {
      // There is none yet, or one went while it was counted.
      return Files.exists(folder) ? 1 : 0;
    }
  }

  /** What came back. */
  record Answer(int status, String contentType, String text, Document xml) {

    static Answer of(HttpResponse<byte[]> response) throws IOException {
      String text = new String(response.body(), StandardCharsets.UTF_8);
      try (InputStream in = new ByteArrayInputStream(response.body())) {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return new Answer(
            response.statusCode(),
            response.headers().firstValue("Content-Type").orElse(""),
            text,
            factory.newDocumentBuilder().parse(in));
      } catch (SAXException | ParserConfigurationException e) {
        throw new IOException("no XML: " + text, e);
      }
    }

    /** The text of the first element of a name, in the contract's words rather than in SOAP's. */
    String first(String name) {
      NodeList ours = xml.getElementsByTagNameNS("urn:communique:archive:1", name);
      NodeList found = ours.getLength() > 0 ? ours : xml.getElementsByTagNameNS("*", name);
      if (found.getLength() == 0) {
        throw new AssertionError("no " + name + " in " + text);
      }
      return found.item(0).getTextContent();
    }

    /** The text of the first element of a name that is not the contract's but SOAP's. */
    String soap(String name) {
      NodeList found = xml.getElementsByTagNameNS(SOAP12, name);
      if (found.getLength() == 0) {
        throw new AssertionError("no " + name + " in " + text);
      }
      return found.item(0).getTextContent();
    }

    boolean has(String name) {
      return xml.getElementsByTagNameNS("*", name).getLength() > 0;
    }
  }
}
