package communique.doors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.doors.rest.Api;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Certificates that are registered for accounts, and clients that show them in TLS. */
@ExtendWith(RunningSystem.Shared.class)
final class CertificatesIT {
  /** Of the first version of X.509, with a short key; its serial number begins with a zero byte. */
  private static final String OLDEST =
      """
      -----BEGIN CERTIFICATE-----
      MIIBFzCBvgIDAID/MAoGCCqGSM49BAMCMBYxFDASBgNVBAMMC29sZGVzdCBmb3Jt
      MCAXDTI2MTEyODEwNDY1NFoYDzIxMjYxMTA0MTA0NjU0WjAWMRQwEgYDVQQDDAtv
      bGRlc3QgZm9ybTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABGskPxs7Nq6yG7Wy
      lhHvtpqG2OC18LWFHrMNEyajEcBKBzdiWGKRvMa8kMIaso4TNXFMa0kQdHXhjX67
      KrasYxEwCgYIKoZIzj0EAwIDSAAwRQIhAMucRPZezJ/sntRLB/SGLhRfzaMuZStA
      JICwIT+1BYOcAiAhQ6j6zPEYbcOVpCVWQsnoFi9ShptmVDJG4dQ5YpIHJw==
      -----END CERTIFICATE-----
      """;

  private final RunningSystem system;
  private final SoapClient soap;
  private final Api api;

  CertificatesIT(RunningSystem system) {
    this.system = system;
    this.soap = new SoapClient(system);
    this.api = new Api(system);
  }

  @Test
  void a_certificate_logs_in_from_its_registration_until_it_is_revoked() throws Exception {
    HttpClient client = system.client(system.clientKeys("tls"));
    assertThat(deposit(client).body()).contains("NOT_AUTHENTICATED", "registered");
    String pem = MessageSigner.of(system, "tls").pem();
    HttpResponse<String> registered = register("xv-depositor", pem);
    assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
    SchemaCheck.assertValid("certificate.schema.json", registered.body().getBytes(UTF_8));
    assertThat(deposit(client).statusCode()).isEqualTo(200);
    assertThat(register("xv-depositor", pem).statusCode()).isEqualTo(201);
    assertThat(register("kr-depositor", pem).statusCode()).isEqualTo(403);

    String admin = api.account("admin");
    HttpResponse<String> listed =
        api.send(admin, "GET", "certificates?account=xv-depositor&limit=100", "");
    SchemaCheck.assertValid("certificates.schema.json", listed.body().getBytes(UTF_8));
    JsonNode certificate = new ObjectMapper().readTree(registered.body());
    String fingerprint = certificate.get("fingerprint").asText();
    assertThat(listed.body()).contains(fingerprint, "CN=tls");

    assertThat(api.send(admin, "DELETE", "certificates/" + fingerprint, "").statusCode())
        .isEqualTo(204);
    assertThat(deposit(client).statusCode()).isEqualTo(401);
    assertThat(register("kr-depositor", pem).statusCode()).isEqualTo(201);
    assertThat(deposit(client).body()).contains("NOT_ALLOWED");
  }

  @Test
  void what_the_message_says_counts_before_the_certificate() throws Exception {
    HttpClient client = system.client(system.clientKeys("signer"));
    HttpResponse<String> answer =
        client.send(
            soap.request(
                    "soap/deposit",
                    SoapClient.XML11,
                    BodyPublishers.ofString(SoapClient.example("depositBriefing/shortest.xml")))
                .header("Authorization", SoapClient.basic("xv-depositor", "wrong"))
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void whoever_shows_no_certificate_logs_in_as_before() throws Exception {
    String message = SoapClient.example("depositBriefing/shortest.xml");
    assertThat(soap.deposit(message).status()).isEqualTo(200);
    assertThat(soap.depositAsNobody(message).status()).isEqualTo(401);
  }

  @Test
  void what_is_no_certificate_or_nobodys_is_refused() throws Exception {
    String pem = MessageSigner.of(system, "signer").pem();
    assertThat(register("it-nobody", pem).statusCode()).isEqualTo(404);
    assertThat(register("xv-depositor", "none").statusCode()).isEqualTo(400);
    assertThat(api.send(api.account("admin"), "DELETE", "certificates/x", "").statusCode())
        .isEqualTo(400);
  }

  @Test
  void the_record_knows_certificates_by_their_serial_numbers() throws Exception {
    assertThat(register("xv-depositor", OLDEST).statusCode()).isEqualTo(201);
    String pem = MessageSigner.of(system, "numbered").pem();
    assertThat(register("xv-depositor", pem).statusCode()).isEqualTo(201);
    try (Connection database = system.database();
        Statement statement = database.createStatement();
        ResultSet all =
            statement.executeQuery("select encoded, serial_number, subject from certificate")) {
      Set<String> subjects = new HashSet<>();
      while (all.next()) {
        X509Certificate certificate =
            (X509Certificate)
                CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(all.getBytes(1)));
        assertThat(all.getBytes(2)).isEqualTo(certificate.getSerialNumber().toByteArray());
        subjects.add(all.getString(3));
      }
      assertThat(subjects).contains("CN=oldest form", "CN=numbered");
    }
  }

  private HttpResponse<String> register(String account, String pem) throws Exception {
    return api.send(
        api.account("admin"), "POST", "certificates", MessageSigner.registration(account, pem));
  }

  private HttpResponse<String> deposit(HttpClient client) throws Exception {
    String message = SoapClient.example("depositBriefing/shortest.xml");
    return client.send(
        soap.request("soap/deposit", SoapClient.XML11, BodyPublishers.ofString(message)).build(),
        BodyHandlers.ofString());
  }
}
