package communique.theme;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the theme says that is no matter of style. */
public final class Theme {
  private static final Pattern NAME = Pattern.compile("--room-name:\\s*\"([^\"\\n]{1,100})\"");

  /** The name of the house; of {@code theme.css}, so that one file has all of its look. */
  public static final String ROOM =
      Asset.named("theme.css").map(theme -> name(new String(theme.content(), UTF_8))).orElse("");

  private Theme() {}

  /** The value of {@code --room-name}; if there is none, the name of this software. */
  static String name(String css) {
    Matcher name = NAME.matcher(css);
    return name.find() ? name.group(1) : "Communiqué";
  }
}
