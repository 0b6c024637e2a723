package communique.search;

import communique.briefing.Block;
import communique.briefing.Body;
import communique.briefing.Briefing;
import communique.briefing.Byline;
import communique.briefing.Content;
import communique.briefing.Issued;
import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.Mention;
import communique.briefing.OfficeCode;
import communique.briefing.Placement;
import communique.briefing.Span;
import communique.briefing.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Versions to search for. */
public final class Samples {
  public static final UUID BRIEFING = UUID.fromString("01983d5a-0000-7000-8000-000000000001");

  private Samples() {}

  public static Briefing briefing(UUID id, String reference) {
    OfficeCode office = new OfficeCode(reference.substring(0, reference.indexOf('/')));
    return new Briefing(id, reference, office, Kind.READ_OUT, LocalDate.of(2025, 7, 23));
  }

  public static Version version(String language, @Nullable String headline, String... paragraphs) {
    return version(briefing(BRIEFING, "KR-PRES/2025/000417"), language, 1, headline, paragraphs);
  }

  public static Version version(
      Briefing briefing,
      String language,
      int number,
      @Nullable String headline,
      String... paragraphs) {
    Instant accepted = Instant.parse("2025-07-24T09:00:00Z");
    return new Version(
        briefing,
        new LanguageTag(language),
        null,
        number,
        null,
        content(headline, paragraphs),
        accepted);
  }

  private static Content content(@Nullable String headline, String... paragraphs) {
    return new Content(
        headline,
        null,
        "Politik",
        new Issued(LocalDate.of(2025, 7, 24), null, null),
        List.of(new Byline("Kim Hyelin", null, null)),
        null,
        new Body(
            Arrays.stream(paragraphs)
                .<Block>map(text -> new Block.Paragraph(List.of(Span.plain(text))))
                .toList()),
        List.of(new Placement(Placement.Role.PHOTO, "Am Fernsprecher", null, "Präsidialamt", null)),
        List.of(new Mention("Qassym-Schomart Toqajew", Mention.Role.PARTICIPANT)),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        null);
  }
}
