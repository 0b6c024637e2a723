package communique.deposit;

import communique.briefing.Coded;
import communique.briefing.Notice;

/**
 * What the law says must go.
 *
 * @param scope of the briefing
 * @param ground for everybody: the order or the law, without what is to be forgotten
 */
public record Erasure(Notice.Scope scope, Extent extent, String ground) {

  /** How much of it must go. */
  public enum Extent implements Coded {
    EVERYTHING("everything"),
    /** Those of authors and contacts; what else was said stays. */
    EMAIL_ADDRESSES("emailAddresses");

    private final String code;

    Extent(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
