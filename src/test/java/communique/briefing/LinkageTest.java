package communique.briefing;

import static communique.briefing.Overviews.edition;
import static communique.briefing.Overviews.madeFrom;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What links say of briefings, to whom. */
class LinkageTest {
  private static final LanguageTag EN = new LanguageTag("en");
  private static final ToldTranslation TOLD =
      new ToldTranslation(
          new UUID(0, 2),
          EN,
          new UUID(0, 1),
          new Translation(new LanguageTag("ko"), 2, "A. Weber"));

  @Test
  void an_edition_is_told_as_the_translation_that_a_link_says_it_is() {
    Overview.Edition told = english(2, null);
    assertThat(told.translation()).isEqualTo(TOLD.from());
    assertThat(told.stale()).isFalse();
  }

  @Test
  void it_is_stale_once_there_is_a_newer_version_of_its_source() {
    assertThat(english(3, null).stale()).isTrue();
  }

  @Test
  void who_does_not_see_that_version_of_the_source_is_not_told_of_it() {
    Overview.Edition told = english(1, null);
    assertThat(told.translation())
        .isEqualTo(new Translation(new LanguageTag("ko"), null, "A. Weber"));
    assertThat(told.stale()).isFalse();
  }

  @Test
  void who_does_not_see_the_source_is_told_of_no_translation() {
    Overview english = Overviews.of(2, edition("en", 1, null));
    Overview other = Overviews.of(3, edition("ko", 1, null));
    Overview seen = new Linkage(List.of(english, other), List.of(TOLD)).around(english);
    assertThat(seen.editions().get(0).isOriginal()).isTrue();
    assertThat(seen.linked().translations()).isEmpty();
    assertThat(seen.linked().briefings()).containsExactly(other);
  }

  @Test
  void what_a_version_says_of_itself_with_a_number_or_another_language_goes_before() {
    Overview.Edition corrected = english(3, madeFrom("ko", 3));
    assertThat(corrected.translation()).isEqualTo(madeFrom("ko", 3));
    assertThat(corrected.stale()).isFalse();
    assertThat(english(4, madeFrom("ko", 3)).stale()).isTrue();
    assertThat(english(3, madeFrom("fr", null)).translation()).isEqualTo(madeFrom("fr", null));
    assertThat(english(3, madeFrom("ko", null)).translation()).isEqualTo(TOLD.from());
  }

  @Test
  void the_linked_ones_are_told_as_translations_too() {
    Overview korean = Overviews.of(1, edition("ko", 3, null));
    Overview english = Overviews.of(2, edition("en", 1, null));
    Overview seen = new Linkage(List.of(english, korean), List.of(TOLD)).around(korean);
    Overview linked = seen.linked().briefings().get(0);
    assertThat(linked.editions().get(0).translation()).isEqualTo(TOLD.from());
    assertThat(linked.editions().get(0).stale()).isTrue();
    assertThat(linked.linked().briefings()).isEmpty();
  }

  private static Overview.Edition english(int korean, @Nullable Translation own) {
    Overview english = Overviews.of(2, edition("en", 2, own));
    Overview source = Overviews.of(1, edition("ko", korean, null));
    return new Linkage(List.of(source, english), List.of(TOLD)).around(english).editions().get(0);
  }
}
