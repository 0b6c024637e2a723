package communique.briefing;

/** Whether a file of the store is what its address says. */
public enum FileState implements Coded {
  INTACT("intact"),
  MISSING("missing"),
  DAMAGED("damaged");

  private final String code;

  FileState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
