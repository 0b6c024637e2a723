package communique.rest;

import communique.briefing.Receipt;
import communique.briefing.VersionJson;

/** Writes receipts. */
final class ReceiptJson {
  private ReceiptJson() {}

  static byte[] write(Receipt receipt) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          Json.text(json, "id", receipt.id());
          Json.text(json, "briefing", receipt.briefing());
          Json.text(json, "reference", receipt.reference());
          Json.text(json, "language", receipt.language());
          json.write("version", receipt.version());
          Json.text(json, "digest", receipt.digest());
          Json.text(json, "acceptedAt", VersionJson.instant(receipt.acceptedAt()));
          json.write("ledgerPosition", receipt.ledgerPosition());
          Json.text(
              json,
              "href",
              Addresses.version(receipt.briefing(), receipt.language(), receipt.version()));
          Json.text(
              json,
              "embargo",
              receipt.embargo() == null ? null : VersionJson.instant(receipt.embargo()));
          json.writeEnd();
        });
  }
}
