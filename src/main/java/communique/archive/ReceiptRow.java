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

/** A receipt, as far as its depositor is told of it. */
@Entity(name = "Receipt")
@Table(name = "receipt")
class ReceiptRow {
  @Id private UUID id = new UUID(0, 0);
  private String depositor = "";

  private UUID briefing = new UUID(0, 0);
  private String language = "";
  private int version;
  private byte[] digest = {};

  @Column(name = "accepted_at")
  private Instant acceptedAt = Instant.EPOCH;

  @Column(name = "ledger_position")
  private long ledgerPosition;

  private @Nullable Instant embargo;

  /** For JPA. */
  protected ReceiptRow() {}

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
        ledgerPosition,
        embargo);
  }
}
