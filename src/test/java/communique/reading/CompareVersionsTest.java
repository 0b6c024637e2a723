package communique.reading;

import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Block;
import communique.briefing.Body;
import communique.briefing.Content;
import communique.briefing.Digest;
import communique.briefing.FullVersion;
import communique.briefing.GeneratedVersions;
import communique.briefing.LanguageTag;
import communique.briefing.Span;
import communique.briefing.Stored;
import communique.briefing.Version;
import communique.briefing.VersionJson;
import communique.reading.Comparison.Change;
import communique.reading.Comparison.Operation;
import communique.reading.Comparison.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a comparison tells. */
class CompareVersionsTest {

  @Test
  void a_version_does_not_differ_from_itself() {
    Stored version = stored(FullVersion.everything());
    Comparison comparison = CompareVersions.compare(version, version);
    assertThat(comparison.fields()).isEmpty();
    assertThat(comparison.blocks()).hasSize(10).allMatch(c -> c.operation() == Operation.EQUAL);
  }

  @Test
  void a_changed_word_is_told_between_those_that_stayed() {
    Comparison comparison =
        compare(
            List.of("The first.", "The talks were held at noon.", "The last."),
            List.of("The first.", "The talks were held at nine.", "The last.", "And one more."));
    assertThat(operations(comparison)).isEqualTo("EQUAL CHANGED EQUAL INSERTED");
    assertThat(comparison.blocks().get(1).runs())
        .containsExactly(
            new Run(Operation.EQUAL, MarkedText.plain("The talks were held at ")),
            new Run(Operation.DELETED, MarkedText.plain("noon")),
            new Run(Operation.INSERTED, MarkedText.plain("nine")),
            new Run(Operation.EQUAL, MarkedText.plain(".")));
  }

  @Test
  void a_block_that_went_is_deleted_and_the_others_stay() {
    Comparison comparison = compare(List.of("A.", "B.", "C."), List.of("A.", "C."));
    assertThat(operations(comparison)).isEqualTo("EQUAL DELETED EQUAL");
  }

  @Test
  void a_block_became_the_one_that_has_most_of_its_words() {
    Comparison comparison =
        compare(
            List.of("The dam is old.", "The road will open in May.", "Nobody was hurt."),
            List.of(
                "The road will open in June.", "A shelter is there.", "Nobody at all was hurt."));
    assertThat(operations(comparison)).isEqualTo("DELETED CHANGED INSERTED CHANGED");
  }

  @Test
  void fields_are_told_with_what_was_said_before_and_after() {
    Comparison comparison =
        CompareVersions.compare(stored(FullVersion.bare()), stored(FullVersion.everything()));
    assertThat(comparison.fields())
        .extracting(Comparison.Field::name)
        .contains("headline", "issued", "rights", "translation")
        .doesNotContain("body", "acceptedAt", "version", "briefing", "reference");
    assertThat(comparison.fields()).allMatch(field -> field.to() != null);
  }

  @Test
  void languages_are_aligned_and_their_words_are_not_compared() {
    Version german = version(List.of("Eins.", "Zwei."), "de");
    Version korean = version(List.of("하나.", "둘.", "셋."), "ko");
    Comparison comparison = CompareVersions.compare(stored(german), stored(korean));
    assertThat(operations(comparison)).isEqualTo("CHANGED CHANGED INSERTED");
    assertThat(comparison.blocks()).allMatch(change -> change.runs().isEmpty());
  }

  @Test
  void any_two_versions_can_be_gone_from_one_to_the_other() {
    GeneratedVersions versions = new GeneratedVersions(5);
    for (int i = 0; i < 200; i++) {
      Comparison comparison =
          CompareVersions.compare(stored(versions.next()), stored(versions.next()));
      assertThat(places(comparison, Change::from)).isEqualTo(upTo(comparison.from().body().size()));
      assertThat(places(comparison, Change::to)).isEqualTo(upTo(comparison.to().body().size()));
    }
  }

  @Test
  void the_largest_bodies_without_anything_in_common_are_compared_too() {
    List<String> words = Collections.nCopies(20, "word");
    List<String> one = IntStream.range(0, 5000).mapToObj(i -> "a" + i + words).toList();
    List<String> other = IntStream.range(0, 5000).mapToObj(i -> "b" + i + words).toList();
    Comparison comparison = compare(one, other);
    assertThat(comparison.blocks()).hasSize(5000).allMatch(c -> c.operation() == Operation.CHANGED);
  }

  @Test
  void the_largest_body_turned_round_is_compared_too() {
    List<String> one = IntStream.range(0, 5000).mapToObj(i -> "Paragraph " + i).toList();
    List<String> other = IntStream.range(0, 5000).mapToObj(i -> "Paragraph " + (4999 - i)).toList();
    assertThat(compare(one, other).blocks()).hasSizeBetween(5000, 10_000);
  }

  @Test
  void words_of_texts_that_are_too_long_are_not_compared() {
    String one = IntStream.range(0, 9000).mapToObj(i -> "a" + i).collect(Collectors.joining(" "));
    Comparison comparison = compare(List.of(one), List.of(one.replace("a1", "b1")));
    assertThat(operations(comparison)).isEqualTo("CHANGED");
    assertThat(comparison.blocks().get(0).runs()).isEmpty();
  }

  private static Comparison compare(List<String> from, List<String> to) {
    return CompareVersions.compare(stored(version(from, "en")), stored(version(to, "en")));
  }

  private static String operations(Comparison comparison) {
    return comparison.blocks().stream()
        .map(change -> change.operation().name())
        .collect(Collectors.joining(" "));
  }

  private static List<Integer> places(
      Comparison comparison, Function<Change, @Nullable Integer> place) {
    List<Integer> places = new ArrayList<>();
    for (Change change : comparison.blocks()) {
      Integer there = place.apply(change);
      if (there != null) {
        places.add(there);
      }
    }
    return places;
  }

  private static List<Integer> upTo(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  private static Version version(List<String> paragraphs, String language) {
    Version bare = FullVersion.bare();
    List<Block> blocks =
        paragraphs.stream()
            .<Block>map(text -> new Block.Paragraph(List.of(Span.plain(text))))
            .toList();
    Content content =
        new Content(
            null,
            null,
            null,
            null,
            List.of(),
            null,
            new Body(blocks),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            null,
            null);
    return new Version(
        bare.briefing(), new LanguageTag(language), null, 1, null, content, bare.acceptedAt());
  }

  private static Stored stored(Version version) {
    byte[] bytes = VersionJson.write(version);
    return new Stored(bytes, Digest.of(bytes), true);
  }
}
