package communique.readingroom.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OriginTest {

  @Test
  void only_pages_of_this_room_are_its_own() {
    assertThat(sent("same-origin", null).isThisRoom()).isTrue();
    assertThat(sent("cross-site", "https://here.example").isThisRoom()).isFalse();
    assertThat(sent("same-site", null).isThisRoom()).isFalse();
    assertThat(sent(null, "https://here.example").isThisRoom()).isTrue();
    assertThat(sent(null, "https://there.example").isThisRoom()).isFalse();
    assertThat(sent(null, "https://here.example.there.example").isThisRoom()).isFalse();
    assertThat(sent(null, "null").isThisRoom()).isFalse();
    assertThat(sent(null, null).isThisRoom()).isTrue();
  }

  @Test
  void the_way_back_never_leaves_this_room() {
    assertThat(back("https://here.example/search?q=a%20b&ui=de"))
        .isEqualTo(URI.create("/search?q=a%20b&ui=de"));
    assertThat(back("https://there.example/search")).isEqualTo(URI.create("/basket"));
    assertThat(back("https://here.example//there.example/")).isEqualTo(URI.create("/basket"));
    assertThat(back("https://here.example")).isEqualTo(URI.create("/basket"));
    assertThat(back("javascript:alert(1)")).isEqualTo(URI.create("/basket"));
    assertThat(back(null)).isEqualTo(URI.create("/basket"));
  }

  private static Origin sent(@Nullable String site, @Nullable String origin) {
    return new Origin(site, origin, null, "here.example");
  }

  private static URI back(@Nullable String referer) {
    return new Origin("same-origin", null, referer, "here.example").page();
  }
}
