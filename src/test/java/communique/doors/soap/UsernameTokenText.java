package communique.doors.soap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** The shortest deposit with a WS-Security header, written by hand. */
final class UsernameTokenText {
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
    String nonce =
        Base64.getEncoder()
            .encodeToString(UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8));
    String type = kind.equals("password-digest") ? "PasswordDigest" : "PasswordText";
    Instant created = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    return SoapClient.example("depositBriefing/shortest.xml")
        .replace("<soap:Body>", SECURITY.formatted(type, password, nonce, created));
  }
}
