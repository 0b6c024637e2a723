package communique.reading;

import communique.access.Caller;
import communique.archive.LinkedOverviews;
import communique.archive.Notices;
import communique.archive.Versions;
import communique.briefing.Content;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Stored;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells how one version differs from another: of the same edition, or of an edition in another
 * language.
 */
@NeedsDatabase
@ApplicationScoped
public class CompareVersions {
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  /** What differs between any two versions and tells nothing, and what is compared by itself. */
  private static final Set<String> APART = Set.of("acceptedAt", "body", "language", "version");

  @Inject private Versions versions;
  @Inject private Notices notices;
  @Inject private LinkedOverviews overviews;

  /**
   * Which version.
   *
   * @param number counted from 1; absent for the one that the caller sees now
   */
  public record Choice(LanguageTag language, @Nullable Integer number) {}

  /**
   * The difference. A language that the briefing does not have is looked for in those that are
   * linked with it. The bodies have at most 5,000 blocks each; words, items, rows and cells are
   * compared only as far as they can be within about a second.
   *
   * @throws Refusal NOT_FOUND when the caller does not see one of them, WITHDRAWN when it did
   *     before
   */
  public Comparison compare(Caller caller, UUID briefing, Choice from, Choice to) {
    return compare(version(caller, briefing, from), version(caller, briefing, to));
  }

  static Comparison compare(Stored one, Stored other) {
    JsonObject stored = read(one);
    JsonObject otherStored = read(other);
    Comparison.Side from = side(one, stored);
    Comparison.Side to = side(other, otherStored);
    Content old = one.version().content();
    Content now = other.version().content();
    boolean same = from.language().equals(to.language());
    Locale locale = Locale.forLanguageTag(to.language().tag());
    return new Comparison(
        from,
        to,
        fields(stored, otherStored),
        same
            ? BodyComparison.withinLanguage(old.body(), now.body(), locale)
            : BodyComparison.betweenLanguages(old.body(), now.body(), Alignment.of(old, now)));
  }

  private Stored version(Caller caller, UUID briefing, Choice choice) {
    return found(caller, briefing, choice)
        .or(() -> linked(caller, briefing, choice))
        .orElseThrow(
            () ->
                notices.whyNot(
                    briefing,
                    new Notice.Scope(choice.language(), choice.number()),
                    caller.visibility(),
                    absent(briefing, choice)));
  }

  private Optional<Stored> linked(Caller caller, UUID briefing, Choice choice) {
    return overviews
        .of(briefing, caller.visibility())
        .flatMap(overview -> overview.having(choice.language()))
        .map(holder -> holder.briefing().id())
        .filter(holder -> !holder.equals(briefing))
        .flatMap(holder -> found(caller, holder, choice));
  }

  private Optional<Stored> found(Caller caller, UUID briefing, Choice choice) {
    Integer number = choice.number();
    return number == null
        ? versions.current(briefing, choice.language(), caller.visibility())
        : versions.numbered(briefing, choice.language(), number, caller.visibility());
  }

  private static Refusal absent(UUID briefing, Choice choice) {
    String asked = briefing + "/" + choice.language();
    return new Refusal(
        Reason.NOT_FOUND,
        "version",
        "must be a version of an edition here",
        choice.number() == null ? asked : asked + "/" + choice.number());
  }

  private static List<Comparison.Field> fields(JsonObject old, JsonObject now) {
    Set<String> names = new TreeSet<>(old.keySet());
    names.addAll(now.keySet());
    Stream<String> differing =
        names.stream()
            .filter(name -> !APART.contains(name))
            .filter(name -> !Objects.equals(old.get(name), now.get(name)));
    return differing.map(name -> new Comparison.Field(name, old.get(name), now.get(name))).toList();
  }

  private static Comparison.Side side(Stored stored, JsonObject json) {
    return new Comparison.Side(
        stored,
        new LanguageTag(json.getString("language")),
        json.getInt("version"),
        json.getJsonArray("body"));
  }

  private static JsonObject read(Stored stored) {
    try (JsonReader reader = READERS.createReader(new ByteArrayInputStream(stored.content()))) {
      return reader.readObject();
    }
  }
}
