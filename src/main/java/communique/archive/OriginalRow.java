package communique.archive;

import communique.briefing.LanguageTag;
import communique.briefing.Original;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

/** What was handed over for a version, as it is stored. */
@Entity(name = "Original")
@Table(name = "original")
@IdClass(VersionRow.Key.class)
@SuppressWarnings("UnusedVariable") // read by JPA
class OriginalRow {
  @Id private UUID briefing = new UUID(0, 0);
  @Id private String language = "";
  @Id private int number;
  private String type = "";
  private byte[] content = {};

  /** For JPA. */
  protected OriginalRow() {}

  OriginalRow(UUID briefing, LanguageTag language, int number, Original original) {
    this.briefing = briefing;
    this.language = language.tag();
    this.number = number;
    this.type = original.type();
    this.content = original.content();
  }
}
