package communique.access;

import communique.briefing.Coded;

/** What a caller is to the archive. */
public enum Role implements Coded {
  /** Anybody, with or without an account. */
  READER("reader"),
  /** A journalist who may see text under embargo. */
  ACCREDITED_READER("accredited"),
  /** A ministry system that hands over for its offices. */
  DEPOSITOR("depositor"),
  /** Keeps the holdings of all offices. */
  ARCHIVIST("archivist"),
  /** Keeps the archive itself. */
  ADMINISTRATOR("administrator");

  private final String code;

  Role(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
