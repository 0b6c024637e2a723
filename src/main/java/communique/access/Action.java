package communique.access;

import communique.briefing.Coded;

/** What can be done in the archive; a token allows some of it, a role all that is its due. */
public enum Action implements Coded {
  /** See text that is not public: under embargo, or withdrawn. What is public needs no right. */
  READ("read"),
  /** Hand over briefings, editions and files. */
  DEPOSIT("deposit"),
  /** Add a version to an edition. */
  CORRECT("correct"),
  /** Withdraw and reinstate briefings, recall files. */
  WITHDRAW("withdraw"),
  /** Set, move and lift embargoes. */
  EMBARGO("embargo"),
  /** Keep accounts and tokens of others, and erase. */
  ADMINISTER("administer");

  private final String code;

  Action(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
