package communique.doors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Digest;
import communique.doors.rest.RestClient;
import communique.doors.soap.SoapClient.Answer;
import communique.support.RunningSystem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Files come back beside the answer to those who asked so, and within it to all others. */
@ExtendWith(RunningSystem.Shared.class)
final class FilesOverSoapIT {
  private static final String MESSAGE =
      """
      <s:Envelope xmlns:s="%1$s"><s:Body>
      <%2$s xmlns="urn:communique:archive:1">%3$s</%2$s></s:Body></s:Envelope>""";

  private static final String MTOM12 =
      Mtom.TYPE.replace("start-info=\"text/xml\"", "start-info=\"application/soap+xml\"");

  private final RunningSystem system;
  private final SoapClient client;

  FilesOverSoapIT(RunningSystem system) {
    this.system = system;
    this.client = new SoapClient(system);
  }

  @Test
  void a_request_by_mtom_has_the_file_beside_the_answer_in_both_versions_of_soap()
      throws Exception {
    String deposited = SoapClient.example("depositBriefing/with-photo.xml");
    byte[] photo = Mtom.of(deposited).photo();
    client.deposit(deposited);
    String asked = "<Sha256>" + Digest.of(photo).hex() + "</Sha256>";
    for (String soap : List.of(SoapClient.SOAP11, SoapClient.SOAP12)) {
      HttpResponse<InputStream> answer = byMtom(soap, "GetMedia", asked);
      assertThat(answer.headers().firstValue("Content-Type").orElse(""))
          .startsWith("multipart/related")
          .contains("application/xop+xml");
      try (InputStream parts = answer.body()) {
        String root = part(parts);
        assertThat(root).contains("xop:Include", "cid:", "image/png", soap);
        assertThat(parts.readNBytes(photo.length)).isEqualTo(photo);
        assertThat(new String(parts.readAllBytes(), UTF_8)).startsWith("\r\n--").endsWith("--");
      }
    }
  }

  @Test
  void others_get_plain_xml_with_the_file_in_base64() throws Exception {
    String deposited = SoapClient.example("depositBriefing/with-photo.xml");
    client.deposit(deposited);
    byte[] photo = Mtom.of(deposited).photo();
    Answer answer = ask("GetMedia", "<Sha256>" + Digest.of(photo).hex() + "</Sha256>");
    assertThat(answer.contentType()).startsWith("text/xml");
    assertThat(java.util.Base64.getDecoder().decode(answer.first("Content"))).isEqualTo(photo);
    assertThat(answer.first("ContentType")).isEqualTo("image/png");
    assertThat(answer.first("Size")).isEqualTo("" + photo.length);
    assertThat(answer.first("Address")).endsWith("/api/v1/media/" + Digest.of(photo));
  }

  @Test
  void an_original_comes_back_by_mtom_as_it_was_deposited() throws Exception {
    String deposited = SoapClient.example("depositBriefing/shortest.xml");
    String id = client.deposit(deposited).first("BriefingId");
    String asked = "<BriefingId>" + id + "</BriefingId><Language>en</Language><Version>1</Version>";
    try (InputStream parts = byMtom(SoapClient.SOAP11, "GetOriginal", asked).body()) {
      assertThat(part(parts)).contains("GetOriginalResponse", "ContentType>text/xml");
      byte[] sent = deposited.getBytes(UTF_8);
      assertThat(parts.readNBytes(sent.length)).isEqualTo(sent);
    }
  }

  @Test
  void a_fault_and_an_answer_without_files_are_never_multipart() throws Exception {
    String absent = "<Sha256>" + "0".repeat(64) + "</Sha256>";
    HttpResponse<InputStream> fault = byMtom(SoapClient.SOAP11, "GetMedia", absent);
    assertThat(fault.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
    assertThat(new String(fault.body().readAllBytes(), UTF_8)).contains("NOT_FOUND");
    HttpResponse<InputStream> list = byMtom(SoapClient.SOAP11, "ListChanges", "<Limit>1</Limit>");
    assertThat(list.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
    assertThat(new String(list.body().readAllBytes(), UTF_8)).contains("ListChangesResponse");
  }

  /** The server has 256 MB of memory here. */
  @Test
  void two_hundred_megabytes_stream_by_mtom_and_are_refused_in_base64() throws Exception {
    int size = 200 * 1024 * 1024;
    String sha256 = placed(size);
    String asked = "<Sha256>" + sha256 + "</Sha256>";
    Answer refused = ask("GetMedia", asked);
    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.first("Reason")).isEqualTo("TOO_LARGE");
    assertThat(refused.first("Rule")).contains("MTOM", "/api/v1/media/" + sha256, "18000000");
    try (InputStream parts = byMtom(SoapClient.SOAP11, "GetMedia", asked).body()) {
      part(parts);
      MessageDigest digest = Digest.sha256();
      byte[] piece = new byte[1 << 20];
      for (int left = size; left > 0; left -= piece.length) {
        assertThat(parts.readNBytes(piece, 0, piece.length)).isEqualTo(piece.length);
        digest.update(piece);
      }
      assertThat(Digest.ofFinished(digest.digest()).hex()).isEqualTo(sha256);
    }
  }

  private Answer ask(String operation, String asked) throws Exception {
    return client.retrieve(
        SoapClient.XML11, MESSAGE.formatted(SoapClient.SOAP11, operation, asked));
  }

  private HttpResponse<InputStream> byMtom(String soap, String operation, String asked)
      throws Exception {
    boolean newer = soap.equals(SoapClient.SOAP12);
    byte[] message = new Mtom(MESSAGE.formatted(soap, operation, asked), new byte[] {1}).bytes();
    HttpRequest.Builder request =
        client
            .request(
                "soap/retrieval", newer ? MTOM12 : Mtom.TYPE, BodyPublishers.ofByteArray(message))
            .header(
                "Authorization",
                SoapClient.basic(SoapClient.DEPOSITOR, system.password(SoapClient.DEPOSITOR)));
    return system.client().send(request.build(), BodyHandlers.ofInputStream());
  }

  /** Reads on to the second part of a message; gives the first, and the headers of both. */
  private static String part(InputStream parts) throws Exception {
    StringBuilder read = new StringBuilder();
    int heads = 0;
    while (heads < 2) {
      int next = parts.read();
      assertThat(next).as(read.toString()).isNotNegative();
      read.append((char) next);
      if (read.length() > 3 && read.substring(read.length() - 4).equals("\r\n\r\n")) {
        heads++;
      }
    }
    return read.toString();
  }

  private String placed(int size) throws Exception {
    byte[] begin = "%PDF-1.4\n".getBytes(UTF_8);
    HttpRequest upload =
        HttpRequest.newBuilder(system.httpsUri().resolve("api/v1/media"))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Content-Type", "application/pdf")
            .header(
                "Authorization",
                SoapClient.basic(SoapClient.DEPOSITOR, system.password(SoapClient.DEPOSITOR)))
            .POST(
                BodyPublishers.ofInputStream(
                    () ->
                        new SequenceInputStream(
                            new ByteArrayInputStream(begin), new Spaces(size - begin.length))))
            .build();
    HttpResponse<String> kept = system.client().send(upload, BodyHandlers.ofString());
    assertThat(kept.statusCode()).as(kept.body()).isBetween(200, 201);
    String sha256 = RestClient.field("sha256", kept.body());
    String placed = "\"media\":[{\"role\":\"document\",\"file\":{\"sha256\":\"" + sha256 + "\"}}]";
    RestClient.as(SoapClient.DEPOSITOR, system)
        .must("POST", "briefings", RestClient.statement("With a large file", placed));
    return sha256;
  }

  private static final class Spaces extends InputStream {
    private int left;

    Spaces(int count) {
      this.left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? ' ' : -1;
    }

    @Override
    public int read(byte[] to, int offset, int length) {
      int count = Math.min(length, left);
      Arrays.fill(to, offset, offset + Math.max(count, 0), (byte) ' ');
      left -= count;
      return count > 0 ? count : -1;
    }
  }
}
