package communique.theme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetTest {
  private static final Pattern COLOUR = Pattern.compile("--([a-z-]+):\\s*#([0-9a-f]{3,6})\\b");
  private static final Pattern ADDRESS = Pattern.compile("url\\(\"?([^\")]*)");

  @Test
  void nothing_that_only_gov_uk_may_show_is_served() {
    assertThat(css("govuk.css"))
        .contains(".govuk-button", "var(--font)", "var(--ink)")
        .doesNotContain("GDS Transport", "@font-face", "crest", "url(");
  }

  @ParameterizedTest
  @ValueSource(strings = {"govuk.css", "theme.css", "communique.css"})
  void styles_ask_for_nothing_but_files_that_are_here(String name) {
    Matcher address = ADDRESS.matcher(css(name));
    while (address.find()) {
      assertThat(Asset.named(address.group(1))).as(address.group(1)).isPresent();
    }
    assertThat(css(name)).doesNotContain("@import");
  }

  @Test
  void text_can_be_read_in_light_and_in_dark() {
    String theme = css("theme.css");
    int dark = theme.indexOf("@media (prefers-color-scheme: dark)");
    int print = theme.indexOf("@media print");
    Map<String, String> colours = colours(theme.substring(0, dark));
    assertReadable(colours);
    colours.putAll(colours(theme.substring(dark, print)));
    assertReadable(colours);
  }

  @Test
  void the_name_of_the_house_is_the_themes() {
    assertThat(Theme.name(":root { --room-name: \"Staatsarchiv\"; }")).isEqualTo("Staatsarchiv");
    assertThat(Theme.name(":root { --ink: #000; }")).isEqualTo("Communiqué");
    assertThat(css("theme.css")).contains("--room-name: \"" + Theme.ROOM + "\"");
  }

  // WCAG 2.2, 1.4.3 for text; 1.4.11 for the frame of what has the keyboard.
  private static void assertReadable(Map<String, String> colours) {
    for (String text : List.of("ink", "quiet", "link", "link-hover", "visited", "error")) {
      for (String ground : List.of("paper", "shade")) {
        assertThat(contrast(colours, text, ground)).as(text + " on " + ground).isGreaterThan(4.5);
      }
    }
    for (String ground : List.of("brand", "button", "button-hover")) {
      assertThat(contrast(colours, "on-colour", ground)).as("on " + ground).isGreaterThan(4.5);
    }
    for (String ground : List.of("mark", "added", "removed")) {
      assertThat(contrast(colours, "ink", ground)).as("ink on " + ground).isGreaterThan(4.5);
    }
    assertThat(contrast(colours, "ink", "focus-shade")).isGreaterThan(4.5);
    assertThat(contrast(colours, "ink", "paper")).isGreaterThan(7);
  }

  private static double contrast(Map<String, String> colours, String one, String other) {
    double first = luminance(colours.getOrDefault(one, ""));
    double second = luminance(colours.getOrDefault(other, ""));
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static double luminance(String hex) {
    String full = hex.length() == 3 ? hex.replaceAll("(.)", "$1$1") : hex;
    return 0.2126 * linear(full, 0) + 0.7152 * linear(full, 2) + 0.0722 * linear(full, 4);
  }

  private static double linear(String hex, int at) {
    double part = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  private static Map<String, String> colours(String css) {
    Map<String, String> colours = new HashMap<>();
    COLOUR.matcher(css).results().forEach(each -> colours.put(each.group(1), each.group(2)));
    return colours;
  }

  private static String css(String name) {
    return new String(Asset.named(name).orElseThrow().content(), UTF_8);
  }
}
