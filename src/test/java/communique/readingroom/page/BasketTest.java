package communique.readingroom.page;

import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.EditionId;
import communique.briefing.LanguageTag;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BasketTest {
  private static final UUID ID = UUID.fromString("01983a5c-7e1b-7c3e-9a55-0123456789ab");
  private static final EditionId GERMAN = new EditionId(ID, new LanguageTag("de"));
  private static final EditionId CHINESE = new EditionId(ID, new LanguageTag("zh-Hant-TW"));

  @Test
  void what_is_written_is_read_again_in_its_order() {
    Basket basket = Basket.EMPTY.with(CHINESE).with(GERMAN).with(CHINESE);
    assertThat(Basket.read(basket.written()).editions()).containsExactly(GERMAN, CHINESE);
    assertThat(Basket.read(basket.without(CHINESE).written()).editions()).containsExactly(GERMAN);
  }

  @Test
  void what_cannot_be_read_is_not_in_it() {
    String good = Basket.EMPTY.with(GERMAN).written();
    assertThat(Basket.read("x.." + good + ".AZg6XH4bfD6aVQEjRWeJq!." + good + "!").editions())
        .containsExactly(GERMAN);
    assertThat(Basket.read("").editions()).isEmpty();
  }

  @Test
  void a_full_one_fits_into_the_cookie_of_every_browser_and_no_more_is_read() {
    String longest = "sr-Latn-RS-ekavsk-x-abcdefgh-abcdef";
    String written =
        String.join(
            ".",
            IntStream.range(0, 60)
                .mapToObj(i -> new EditionId(new UUID(i, i), new LanguageTag(longest)))
                .map(each -> Basket.EMPTY.with(each).written())
                .toList());
    Basket basket = Basket.read(written);
    assertThat(basket.isFull()).isTrue();
    assertThat(basket.written()).hasSizeLessThan(3900).matches("[A-Za-z0-9_.-]*");
  }
}
