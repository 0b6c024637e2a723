package communique.archive;

import communique.briefing.Briefing;
import communique.briefing.Coded;
import communique.briefing.Content;
import communique.briefing.MediaFile;
import communique.briefing.Placement;
import communique.briefing.Receipt;
import communique.briefing.Translation;
import communique.briefing.Version;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes deposits as rows for PostgreSQL's jsonb_to_recordset: all of them but the bytes. */
final class DepositRows {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonGeneratorFactory GENERATORS = Json.createGeneratorFactory(Map.of());

  private DepositRows() {}

  /** A row for each deposit. */
  static String of(List<Deposit> deposits) {
    StringWriter rows = new StringWriter(1024 * deposits.size());
    try (JsonGenerator json = GENERATORS.createGenerator(rows)) {
      json.writeStartArray();
      deposits.forEach(deposit -> row(json, deposit));
      json.writeEnd();
    }
    return rows.toString();
  }

  /** A row for each file that their placements use. */
  static String placements(List<Deposit> deposits) {
    StringWriter rows = new StringWriter();
    try (JsonGenerator json = GENERATORS.createGenerator(rows)) {
      json.writeStartArray();
      deposits.forEach(deposit -> placements(json, deposit.version()));
      json.writeEnd();
    }
    return rows.toString();
  }

  private static void row(JsonGenerator json, Deposit deposit) {
    Version version = deposit.version();
    json.writeStartObject();
    briefing(json, version.briefing());
    version(json, version);
    said(json, version.content());
    Filing filing = deposit.filing();
    write(json, "dated", filing.dated());
    write(json, "embargo", filing.embargo());
    write(json, "withdrawn_at", filing.withdrawnAt());
    write(json, "accepted_by", filing.acceptedBy());
    write(json, "digest", deposit.stored().digest());
    write(json, "original_type", deposit.original().type());
    Receipt receipt = deposit.receipt();
    write(json, "receipt", receipt.id());
    write(json, "depositor", deposit.handover().depositor());
    write(json, "depositor_reference", deposit.handover().reference());
    write(json, "fingerprint", deposit.handover().fingerprint());
    json.write("ledger_position", receipt.ledgerPosition());
    json.write("new_briefing", deposit.isNewBriefing());
    json.writeEnd();
  }

  private static void briefing(JsonGenerator json, Briefing briefing) {
    write(json, "briefing", briefing.id());
    write(json, "reference", briefing.reference());
    write(json, "office", briefing.office());
    write(json, "kind", briefing.kind().code());
    write(json, "event_date", briefing.eventDate());
  }

  private static void version(JsonGenerator json, Version version) {
    write(json, "language", version.language());
    json.write("number", version.number());
    write(json, "accepted_at", version.acceptedAt());
    Coded significance = version.significance();
    write(json, "significance", significance == null ? null : significance.code());
    Translation translation = version.translation();
    if (translation != null) {
      write(json, "translated_from", translation.from());
      write(json, "translated_version", translation.version());
    }
  }

  private static void said(JsonGenerator json, Content content) {
    SaidColumns said = SaidColumns.of(content);
    write(json, "headline", said.headline());
    write(json, "section", said.section());
    write(json, "issued_date", content.issued() == null ? null : content.issued().date());
    write(json, "lead", said.lead());
    write(json, "labels", said.labels());
  }

  private static void placements(JsonGenerator json, Version version) {
    List<Placement> placements = version.content().placements();
    for (int i = 0; i < placements.size(); i++) {
      MediaFile file = placements.get(i).file();
      if (file != null) {
        json.writeStartObject();
        write(json, "briefing", version.briefing().id());
        write(json, "language", version.language());
        json.write("number", version.number());
        json.write("position", i + 1);
        write(json, "sha256", file.sha256());
        json.writeEnd();
      }
    }
  }

  // What is absent is null in the row.
  private static void write(JsonGenerator json, String name, @Nullable Object value) {
    if (value != null) {
      json.write(name, value.toString());
    }
  }
}
