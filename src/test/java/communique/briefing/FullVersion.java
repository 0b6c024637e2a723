package communique.briefing;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Versions for tests: one in which every field says something, one in which hardly any does. */
public final class FullVersion {
  private FullVersion() {}

  /** A version with every field and every sort of block. */
  public static Version everything() {
    return new Version(
        briefing(LocalDate.of(2025, 7, 23)),
        new LanguageTag("zh-Hant-TW"),
        new Translation(new LanguageTag("ko"), 2, "Übersetzer <A>"),
        3,
        Significance.MAJOR,
        content(),
        Instant.parse("2025-07-24T01:02:03.000400Z"));
  }

  /** A version with nothing but a body. */
  public static Version bare() {
    return contacted(null);
  }

  /** A version with a body and a contact. */
  public static Version contacted(@Nullable Contact contact) {
    Content content =
        new Content(
            null,
            null,
            null,
            null,
            List.of(),
            contact,
            new Body(List.of(new Block.Paragraph(List.of(Span.plain("One sentence."))))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null);
    return new Version(
        briefing(null),
        new LanguageTag("de"),
        null,
        1,
        null,
        content,
        Instant.parse("2025-07-24T01:02:03Z"));
  }

  private static Briefing briefing(@Nullable LocalDate eventDate) {
    return new Briefing(
        UUID.fromString("01983a5c-7e1b-7c3e-9a55-0123456789ab"),
        "KR-PRES/2025/000417",
        new OfficeCode("KR-PRES"),
        Kind.READ_OUT,
        eventDate);
  }

  private static Content content() {
    return new Content(
        "Quotes \" and \\ and </script> and \u20ac",
        "Sub \t tab",
        "Politik",
        new Issued(LocalDate.of(2025, 7, 24), LocalTime.of(9, 30), ZoneOffset.ofHours(9)),
        List.of(new Byline("Kim Hyelin", "Redaktion", "kim@example.org")),
        new Contact("Pressestelle", "presse@example.org", "+82 2 1234"),
        new Body(blocks()),
        List.of(
            new Placement(Placement.Role.PHOTO, "Caption", "Two people", "ⓒ Office", file()),
            new Placement(Placement.Role.DOCUMENT, null, null, null, null)),
        List.of(
            new Mention("Qassym-Schomart Toqajew", Mention.Role.PARTICIPANT),
            new Mention("토카예프", null)),
        List.of(new Place("Seoul", "KR"), new Place("Astana", null)),
        List.of("medtop:20000587"),
        List.of("Telefonat", "\ud83d\udcde"),
        "All rights \u2028 reserved",
        URI.create("https://www.example.org/briefing?id=1&lang=de"),
        "A name was misspelled");
  }

  private static List<Block> blocks() {
    List<Span> runs =
        List.of(
            Span.plain("Plain "),
            new Span("stressed", Span.Emphasis.EMPHASIS, null),
            new Span(" strong", Span.Emphasis.STRONG, null),
            new Span("link", null, URI.create("https://example.org/a?b=c&d")));
    return List.of(
        new Block.Heading(1, List.of(Span.plain("Heading"))),
        new Block.Paragraph(runs),
        new Block.Quotation("A speaker", runs),
        new Block.Quotation(null, runs),
        new Block.Question("Reporter", runs),
        new Block.Answer("Sprecherin", runs),
        new Block.Enumeration(true, List.of(runs, List.of())),
        new Block.Enumeration(false, List.of(runs)),
        new Block.Table(List.of(List.of(runs, List.of()), List.of(runs))),
        new Block.Illustration(1));
  }

  private static MediaFile file() {
    return new MediaFile(Digest.of(new byte[] {1}), "image/jpeg", 4_000_000_000L, 1200, 800);
  }
}
