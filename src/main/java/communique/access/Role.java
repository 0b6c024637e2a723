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

  /** For which offices this role may do something: the table of rights, of which there is one. */
  Reach reach(Action action) {
    return switch (this) {
      case READER -> Reach.NONE;
      case ACCREDITED_READER -> action == Action.READ ? Reach.ALL : Reach.NONE;
      case DEPOSITOR -> action == Action.ADMINISTER ? Reach.NONE : Reach.OWN;
      case ARCHIVIST -> action == Action.ADMINISTER ? Reach.NONE : Reach.ALL;
      case ADMINISTRATOR -> Reach.ALL;
    };
  }

  /** Whether withdrawn text stays readable, to those who may see what is not public. */
  boolean keeps() {
    return switch (this) {
      case READER, ACCREDITED_READER -> false;
      case DEPOSITOR, ARCHIVIST, ADMINISTRATOR -> true;
    };
  }

  /** How far a right goes. */
  enum Reach {
    /** No office. */
    NONE,
    /** The offices of the account. */
    OWN,
    /** All offices there are and will be. */
    ALL
  }
}
