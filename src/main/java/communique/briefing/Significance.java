package communique.briefing;

/** How much a correction matters to those who have read the version before. */
public enum Significance implements Coded {
  /** Silent: a slip of the pen. Nobody need read it again. */
  MINOR("minor"),
  /** With a public note: what was said before is not to be relied on. */
  MAJOR("major");

  private final String code;

  Significance(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
