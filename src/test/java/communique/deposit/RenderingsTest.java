package communique.deposit;

import static communique.briefing.Overviews.edition;
import static communique.briefing.Overviews.madeFrom;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.LanguageTag;
import communique.briefing.Overview;
import communique.briefing.Overviews;
import communique.briefing.Reason;
import communique.briefing.Refused;
import communique.briefing.ToldTranslation;
import communique.briefing.Translation;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What may be said of translations when briefings are linked. */
class RenderingsTest {
  private static final Overview KO = Overviews.of(1, edition("ko", 3, null));
  private static final Overview EN =
      Overviews.of(
          2,
          edition("de", 1, madeFrom("ko", 1)),
          edition("en", 1, null),
          edition("fr", 1, madeFrom("ko", null)));

  @Test
  void the_version_that_is_named_counts_and_the_newest_where_none_is() {
    assertThat(told(said("en", "ko", 2)))
        .containsExactly(
            new ToldTranslation(
                new UUID(0, 2),
                new LanguageTag("en"),
                new UUID(0, 1),
                new Translation(new LanguageTag("ko"), 2, "A. Weber")));
    assertThat(version(said("en", "ko", null))).isEqualTo(3);
    assertThat(version(said("fr", "ko", null))).isEqualTo(3);
  }

  @Test
  void either_of_the_two_may_be_the_translation() {
    ToldTranslation told = told(said("ko", "en", null)).get(0);
    assertThat(told.briefing()).isEqualTo(new UUID(0, 1));
    assertThat(told.source()).isEqualTo(new UUID(0, 2));
  }

  @Test
  void what_an_edition_says_itself_is_not_contradicted() {
    assertThat(version(said("de", "ko", null))).isEqualTo(1);
    Refused.by(() -> told(said("de", "ko", 2)), Reason.OUT_OF_RANGE, "translations[0].version");
    Overview korean = Overviews.of(1, edition("ja", 1, null), edition("ko", 1, null));
    Refused.by(
        () -> told(korean, said("fr", "ja", null)), Reason.OUT_OF_RANGE, "translations[0].from");
  }

  @Test
  void an_edition_that_is_not_there_is_refused_and_so_is_a_version() {
    Refused.by(() -> told(said("es", "ko", 1)), Reason.NOT_FOUND, "translations[0].language");
    Refused.by(() -> told(said("en", "fr", 1)), Reason.NOT_FOUND, "translations[0].from");
    Refused.by(() -> told(said("en", "ko", 4)), Reason.OUT_OF_RANGE, "translations[0].version");
  }

  @Test
  void a_translation_is_made_from_one_edition_only() {
    Refused.by(
        () -> told(said("en", "ko", 1), said("en", "ko", 2)),
        Reason.OUT_OF_RANGE,
        "translations[1].language");
  }

  private static int version(LinkSubmission.Rendering said) {
    Integer version = told(said).get(0).from().version();
    return version == null ? 0 : version;
  }

  private static List<ToldTranslation> told(LinkSubmission.Rendering... said) {
    return told(KO, said);
  }

  private static List<ToldTranslation> told(Overview korean, LinkSubmission.Rendering... said) {
    return new Renderings(side(korean), korean.briefing().id(), side(EN), EN.briefing().id())
        .of(Arrays.asList(said));
  }

  private static Side side(Overview briefing) {
    return new Side(List.of(briefing), List.of(briefing), List.of(briefing));
  }

  private static LinkSubmission.Rendering said(
      String language, String from, @Nullable Integer version) {
    return new LinkSubmission.Rendering(
        new LanguageTag(language), new Translation(new LanguageTag(from), version, "A. Weber"));
  }
}
