package communique.journal;

import communique.briefing.Coded;

/** In which way entries come, and so which of them are followed before others. */
public enum Lane implements Coded {
  /** What people and systems hand over and change, one by one. */
  SINGLE("single"),
  /** What imports of old holdings bring in. */
  IMPORTED("imported");

  private final String code;

  Lane(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
