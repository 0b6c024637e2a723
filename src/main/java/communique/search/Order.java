package communique.search;

import communique.briefing.Coded;
import java.util.Locale;

/** In which order found briefings come. */
public enum Order implements Coded {
  /** The best first, of equally good ones the newest. */
  RELEVANCE,
  /** By the day under which they are filed, the last first. */
  NEWEST,
  /** By that day, the first first. */
  OLDEST,
  /** By when anything of them could be seen first, the last first. */
  CHANGED;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
