package communique.doors.soap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import communique.doors.rest.Api;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** The shortest deposit with a WS-Security header, written by hand. */
public final class UsernameTokenText {
  private static final String PROFILE =
      "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#";

  private static final String SECURITY =
      """
      <soap:Header><w:Security soap:mustUnderstand="1"
          xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"
          xmlns:u="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd">
        <w:UsernameToken>
          <w:Username>xv-depositor</w:Username>
          <w:Password Type="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#%s">%s</w:Password>
          <w:Nonce EncodingType="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary">%s</w:Nonce>
          <u:Created>%s</u:Created>
        </w:UsernameToken>
      </w:Security></soap:Header>
      <soap:Body>""";

  private UsernameTokenText() {}

  static String with(String kind, String password) throws IOException {
    String type = kind.equals("password-digest") ? "PasswordDigest" : "PasswordText";
    return SoapClient.example("depositBriefing/shortest.xml")
        .replace("<soap:Body>", SECURITY.formatted(type, password, nonce(), created()));
  }

  /** With a password as text; an empty nonce or time is left out. */
  public static String text(String name, String password, String nonce, String created)
      throws IOException {
    return token(name, "PasswordText", password, nonce, created);
  }

  /** With the digest of a secret; an empty nonce or time is left out. */
  public static String digest(String name, String secret, String nonce, String created)
      throws Exception {
    MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
    sha1.update(Base64.getDecoder().decode(nonce));
    sha1.update(created.getBytes(UTF_8));
    String digest = Base64.getEncoder().encodeToString(sha1.digest(secret.getBytes(UTF_8)));
    return token(name, "PasswordDigest", digest, nonce, created);
  }

  private static String token(
      String name, String type, String password, String nonce, String created) throws IOException {
    String token =
        "<soap:Header xmlns:w='%s' xmlns:u='%s'><w:Security><w:UsernameToken>"
                .formatted(MessageSigner.WSSE, MessageSigner.WSU)
            + "<w:Username>%s</w:Username><w:Password Type='%s'>%s</w:Password>"
                .formatted(name, PROFILE + type, password)
            + (nonce.isEmpty() ? "" : "<w:Nonce>" + nonce + "</w:Nonce>")
            + (created.isEmpty() ? "" : "<u:Created>" + created + "</u:Created>")
            + "</w:UsernameToken></w:Security></soap:Header><soap:Body>";
    return SoapClient.example("depositBriefing/shortest.xml").replace("<soap:Body>", token);
  }

  /** One that nobody has used. */
  public static String nonce() {
    return Base64.getEncoder().encodeToString(UUID.randomUUID().toString().getBytes(UTF_8));
  }

  /** Now. */
  public static String created() {
    return Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** A new secret for the digests of an account, which ends the one before. */
  public static String secret(RunningSystem system, String account) throws Exception {
    Api api = new Api(system);
    HttpResponse<String> answer =
        api.send(
            api.account("admin"), "POST", "digest-secrets", "{\"account\":\"" + account + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    SchemaCheck.assertValid("digest-secret.schema.json", answer.body().getBytes(UTF_8));
    return new ObjectMapper().readTree(answer.body()).get("secret").asText();
  }
}
