package communique.rest;

import communique.access.Certificate;
import communique.access.TokenSecret;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes certificates and secrets for PasswordDigest. */
final class CertificatesJson {
  private CertificatesJson() {}

  static byte[] certificate(Certificate certificate) {
    return Json.bytes(json -> write(json, certificate));
  }

  static byte[] page(List<Certificate> certificates, @Nullable String next) {
    return Json.bytes(
        json -> {
          json.writeStartObject().writeStartArray("certificates");
          certificates.forEach(certificate -> write(json, certificate));
          json.writeEnd();
          Json.text(json, "next", next);
          json.writeEnd();
        });
  }

  /** With the secret, which no other document has. */
  static byte[] digestSecret(String account, TokenSecret secret) {
    return Json.bytes(
        json ->
            json.writeStartObject()
                .write("account", account)
                .write("secret", secret.reveal())
                .writeEnd());
  }

  private static void write(JsonGenerator json, Certificate certificate) {
    json.writeStartObject()
        .write("fingerprint", certificate.fingerprint().hex())
        .write("account", certificate.account())
        .write("subject", certificate.subject())
        .write("notBefore", certificate.notBefore().toString())
        .write("notAfter", certificate.notAfter().toString())
        .write("registeredAt", certificate.registeredAt().toString())
        .write("registeredBy", certificate.registeredBy());
    Json.text(json, "revokedAt", certificate.revokedAt());
    json.writeEnd();
  }
}
