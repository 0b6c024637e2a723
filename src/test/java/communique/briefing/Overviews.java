package communique.briefing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Briefings in short, as a caller sees them. */
public final class Overviews {
  private Overviews() {}

  /** A briefing with a number for its identity. */
  public static Overview of(int number, Overview.Edition... editions) {
    return new Overview(
        new Briefing(
            new UUID(0, number),
            "KR-PRES/2025/%06d".formatted(number),
            new OfficeCode("KR-PRES"),
            Kind.STATEMENT,
            null),
        LocalDate.of(2025, 7, 24),
        Arrays.asList(editions));
  }

  /** An edition at a version, made from another one or not. */
  public static Overview.Edition edition(
      String language, int version, @Nullable Translation translation) {
    return new Overview.Edition(
        new LanguageTag(language),
        translation,
        false,
        version,
        "Version " + version,
        "Section " + version,
        null,
        "",
        Digest.of(new byte[0]),
        Withheld.NOT);
  }

  /** A translation from a version of an edition. */
  public static Translation madeFrom(String language, @Nullable Integer version) {
    return new Translation(new LanguageTag(language), version, null);
  }
}
