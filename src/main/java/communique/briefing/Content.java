package communique.briefing;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an office says in one version of an edition.
 *
 * @param headline as issued; absent when the office gave none; at most 1,000 characters
 * @param subheadline at most 1,000 characters
 * @param section the heading under which the office published it, as labelled there; at most 300
 * @param issued when the office says it issued this version
 * @param bylines at most 50
 * @param placements the media used, at most 200
 * @param mentions people and organisations as spelled in the text, at most 500
 * @param places at most 100
 * @param subjects IPTC Media Topics, such as {@code medtop:20000587}; at most 100
 * @param keywords at most 100, each at most 200 characters
 * @param rights the terms of use, as printed; at most 2,000 characters
 * @param webAddress where the office published it: http or https
 * @param reason why this version replaces the one before; at most 2,000 characters
 */
public record Content(
    @Nullable String headline,
    @Nullable String subheadline,
    @Nullable String section,
    @Nullable Issued issued,
    List<Byline> bylines,
    @Nullable Contact contact,
    Body body,
    List<Placement> placements,
    List<Mention> mentions,
    List<Place> places,
    List<String> subjects,
    List<String> keywords,
    @Nullable String rights,
    @Nullable URI webAddress,
    @Nullable String reason) {
  private static final Pattern MEDIA_TOPIC = Pattern.compile("medtop:[0-9]{8}");
  private static final Pattern LICENCE = Pattern.compile("(?i)https?://[^\\s<>\"]+");
  private static final Set<String> WEB = Set.of("http", "https");

  /**
   * @throws Refusal when a rule of the fields is broken
   */
  public Content {
    Violations violations = new Violations();
    violations.check(() -> Text.optional("headline", headline, 1000));
    violations.check(() -> Text.optional("subheadline", subheadline, 1000));
    violations.check(() -> Text.optional("section", section, 300));
    bylines = list(violations, "bylines", bylines, 50);
    placements = list(violations, "media", placements, 200);
    mentions = list(violations, "mentions", mentions, 500);
    places = list(violations, "places", places, 100);
    subjects = list(violations, "subjects", subjects, 100);
    keywords = list(violations, "keywords", keywords, 100);
    each(violations, "subjects", subjects, Content::checkSubject);
    each(violations, "keywords", keywords, (place, word) -> Text.required(place, word, 200));
    violations.check(() -> Text.optional("rights", rights, 2000));
    violations.check(() -> Text.address("webAddress", webAddress, WEB));
    violations.check(() -> Text.optional("reason", reason, 2000));
    int placed = placements.size();
    violations.check(() -> checkIllustrations(body, placed));
    violations.refuse();
  }

  /** The same content with other placements, such as those whose files are stored. */
  public Content withPlacements(List<Placement> stored) {
    return new Content(
        headline,
        subheadline,
        section,
        issued,
        bylines,
        contact,
        body,
        stored,
        mentions,
        places,
        subjects,
        keywords,
        rights,
        webAddress,
        reason);
  }

  /** The address of the licence, when the terms of use are one. */
  public Optional<URI> licence() {
    String terms = rights == null ? "" : rights.strip();
    if (!LICENCE.matcher(terms).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(URI.create(URI.create(terms).toASCIIString()));
    } catch (IllegalArgumentException e) {
      // Terms in words that begin like an address.
      return Optional.empty();
    }
  }

  private static <T> List<T> list(Violations violations, String field, List<T> values, int most) {
    violations.check(() -> Text.atMost(field, values, most));
    return List.copyOf(values);
  }

  private static void each(
      Violations violations, String field, List<String> values, BiConsumer<String, String> rule) {
    for (int i = 0; i < values.size(); i++) {
      String place = field + "[" + i + "]";
      String value = values.get(i);
      violations.check(() -> rule.accept(place, value));
    }
  }

  private static void checkSubject(String place, String subject) {
    if (!MEDIA_TOPIC.matcher(subject).matches()) {
      throw new Refusal(
          Reason.BAD_FORMAT, place, "must be a Media Topic such as medtop:20000587", subject);
    }
  }

  private static void checkIllustrations(Body body, int placements) {
    for (Block block : body.blocks()) {
      if (block instanceof Block.Illustration illustration) {
        int wanted = illustration.placement();
        if (wanted < 1 || wanted > placements) {
          throw new Refusal(
              Reason.OUT_OF_RANGE, "body", "must show a medium that is placed", "" + wanted);
        }
      }
    }
  }
}
