package communique.archive;

import communique.briefing.LanguageTag;
import communique.briefing.Translation;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An edition as it is stored. */
@Entity(name = "Edition")
@Table(name = "edition")
@IdClass(EditionRow.Key.class)
@SuppressWarnings("UnusedVariable") // read by JPA
class EditionRow {
  @Id private UUID briefing = new UUID(0, 0);
  @Id private String language = "";

  @Column(name = "translated_from")
  private @Nullable String translatedFrom;

  /** For JPA. */
  protected EditionRow() {}

  EditionRow(UUID briefing, LanguageTag language, @Nullable Translation translation) {
    this.briefing = briefing;
    this.language = language.tag();
    this.translatedFrom = translation == null ? null : translation.from().tag();
  }

  /** The primary key. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private UUID briefing = new UUID(0, 0);
    private String language = "";

    /** For JPA. */
    public Key() {}

    Key(UUID briefing, String language) {
      this.briefing = briefing;
      this.language = language;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && key.briefing.equals(briefing)
          && key.language.equals(language);
    }

    @Override
    public int hashCode() {
      return Objects.hash(briefing, language);
    }
  }
}
