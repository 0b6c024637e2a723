package communique.archive;

import communique.briefing.Version;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a version uses a media file: what decides who may see the file. */
@Entity(name = "Placement")
@Table(name = "placement")
@IdClass(PlacementRow.Key.class)
@SuppressWarnings("UnusedVariable") // read by JPA
class PlacementRow {
  @Id private UUID briefing = new UUID(0, 0);
  @Id private String language = "";
  @Id private int number;
  @Id private int position;
  private String sha256 = "";

  /** For JPA. */
  protected PlacementRow() {}

  PlacementRow(Version version, int position, String sha256) {
    this.briefing = version.briefing().id();
    this.language = version.language().tag();
    this.number = version.number();
    this.position = position;
    this.sha256 = sha256;
  }

  /** The primary key. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;

    private UUID briefing = new UUID(0, 0);
    private String language = "";
    private int number;
    private int position;

    /** For JPA. */
    public Key() {}

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && key.briefing.equals(briefing)
          && key.language.equals(language)
          && key.number == number
          && key.position == position;
    }

    @Override
    public int hashCode() {
      return Objects.hash(briefing, language, number, position);
    }
  }
}
