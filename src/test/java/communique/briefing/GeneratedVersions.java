package communique.briefing;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Versions made by chance, the same ones for the same seed: every field present and absent. */
public final class GeneratedVersions {
  private static final List<String> LANGUAGES = List.of("de", "zh-Hant", "pt-BR", "ar", "ko", "ru");
  private static final List<String> PIECES =
      List.of(
          "Wort", " ", "é", "e\u0301", "\"", "\\", "/", "<&>", "\n", "\t", "한국", "حرف", "𠮷",
          "\u2028", "0");

  private final Random random;

  /** Versions that depend on nothing but the seed. */
  public GeneratedVersions(long seed) {
    random = new Random(seed);
  }

  /** The next one, unlike those before. */
  public Version next() {
    Briefing briefing =
        new Briefing(
            new UUID(random.nextLong(), random.nextLong()),
            "XV-PRES/2026/00000" + random.nextInt(10),
            new OfficeCode("XV-PRES"),
            oneOf(List.of(Kind.values())),
            maybe(this::date));
    return new Version(
        briefing,
        language(),
        maybe(
            () ->
                new Translation(language(), maybe(() -> 1 + random.nextInt(9)), maybe(this::text))),
        1 + random.nextInt(1000),
        maybe(() -> oneOf(List.of(Significance.values()))),
        content(),
        Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000) * 1000L));
  }

  private Content content() {
    List<Placement> placements = some(this::placement);
    return new Content(
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::issued),
        some(() -> new Byline(text(), maybe(this::text), maybe(() -> "press@valdoria.example"))),
        maybe(() -> new Contact(maybe(this::text), null, text())),
        new Body(Stream.generate(() -> block(placements)).limit(1 + random.nextInt(9)).toList()),
        placements,
        some(() -> new Mention(text(), maybe(() -> oneOf(List.of(Mention.Role.values()))))),
        some(() -> new Place(text(), maybe(() -> "XV"))),
        some(() -> "medtop:" + (10_000_000 + random.nextInt(90_000_000))),
        some(this::text),
        maybe(this::text),
        maybe(() -> URI.create("https://valdoria.example/a?b=c&d=%C3%A9#e")),
        maybe(this::text));
  }

  private Issued issued() {
    LocalTime time = maybe(() -> LocalTime.ofSecondOfDay(random.nextInt(86_400)));
    ZoneOffset zone =
        time == null ? null : maybe(() -> ZoneOffset.ofHours(random.nextInt(25) - 12));
    return new Issued(date(), time, zone);
  }

  private Placement placement() {
    return new Placement(
        oneOf(List.of(Placement.Role.values())),
        maybe(this::text),
        maybe(this::text),
        maybe(this::text),
        maybe(this::file));
  }

  private MediaFile file() {
    return new MediaFile(
        Digest.of(new byte[] {(byte) random.nextInt()}),
        "image/png",
        random.nextLong(1L << 40),
        maybe(() -> random.nextInt(10_000)),
        maybe(() -> random.nextInt(10_000)));
  }

  private Block block(List<Placement> placements) {
    return switch (random.nextInt(placements.isEmpty() ? 7 : 8)) {
      case 0 -> new Block.Paragraph(spans());
      case 1 -> new Block.Heading(1 + random.nextInt(4), spans());
      case 2 -> new Block.Quotation(maybe(this::text), spans());
      case 3 -> new Block.Question(maybe(this::text), spans());
      case 4 -> new Block.Answer(maybe(this::text), spans());
      case 5 -> new Block.Enumeration(random.nextBoolean(), List.of(spans(), List.of(), spans()));
      case 6 -> new Block.Table(List.of(List.of(spans(), List.of()), List.of(spans())));
      default -> new Block.Illustration(1 + random.nextInt(placements.size()));
    };
  }

  private List<Span> spans() {
    return Stream.generate(
            () ->
                new Span(
                    text(),
                    maybe(() -> oneOf(List.of(Span.Emphasis.values()))),
                    maybe(() -> URI.create("mailto:press@valdoria.example"))))
        .limit(1 + random.nextInt(3))
        .toList();
  }

  private LanguageTag language() {
    return new LanguageTag(oneOf(LANGUAGES));
  }

  private LocalDate date() {
    return LocalDate.ofEpochDay(random.nextInt(40_000) - 10_000);
  }

  private String text() {
    StringBuilder text = new StringBuilder("A");
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(oneOf(PIECES));
    }
    return text.toString();
  }

  private <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> List<T> some(Supplier<T> value) {
    return Stream.generate(value).limit(random.nextInt(4)).toList();
  }
}
