package communique.archive;

import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.briefing.Receipt;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A receipt as it is stored. */
@Entity(name = "Receipt")
@Table(name = "receipt")
@SuppressWarnings("UnusedVariable") // read by JPA
class ReceiptRow {
  @Id private UUID id = new UUID(0, 0);
  private String depositor = "";

  @Column(name = "depositor_reference")
  private @Nullable String depositorReference;

  private byte[] fingerprint = {};
  private UUID briefing = new UUID(0, 0);
  private String language = "";
  private int version;
  private byte[] digest = {};

  @Column(name = "accepted_at")
  private Instant acceptedAt = Instant.EPOCH;

  @Column(name = "ledger_position")
  private long ledgerPosition;

  /** For JPA. */
  protected ReceiptRow() {}

  ReceiptRow(Receipt receipt, Handover handover) {
    this.id = receipt.id();
    this.depositor = handover.depositor();
    this.depositorReference = handover.reference();
    this.fingerprint = handover.fingerprint().bytes();
    this.briefing = receipt.briefing();
    this.language = receipt.language().tag();
    this.version = receipt.version();
    this.digest = receipt.digest().bytes();
    this.acceptedAt = receipt.acceptedAt();
    this.ledgerPosition = receipt.ledgerPosition();
  }

  Earlier earlier(String briefingReference) {
    return new Earlier(
        depositorReference == null ? "" : depositorReference,
        new Digest(HexFormat.of().formatHex(fingerprint)),
        receipt(briefingReference));
  }

  boolean isOf(String account) {
    return depositor.equals(account);
  }

  UUID briefing() {
    return briefing;
  }

  Receipt receipt(String reference) {
    return new Receipt(
        id,
        briefing,
        reference,
        new LanguageTag(language),
        version,
        new Digest(HexFormat.of().formatHex(digest)),
        acceptedAt,
        ledgerPosition);
  }
}
