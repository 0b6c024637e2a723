package communique.briefing.names;

import communique.briefing.Coded;
import communique.briefing.Mention.Role;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Text;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an archivist says whether an authority is meant in an edition. It holds for all spellings of
 * the authority there.
 *
 * @param role the part that it plays; of who is meant only
 * @param spelling under which it is meant as well, besides the names that are recognised; of who is
 *     meant only, 1 to 300 characters
 */
public record Decision(
    UUID authority, Verdict verdict, @Nullable Role role, @Nullable String spelling) {
  private static final int LONGEST = 300;

  /**
   * @throws Refusal OUT_OF_RANGE on {@code role} or {@code text} of who is not meant; MISSING,
   *     TOO_LONG or BAD_FORMAT on {@code text}
   */
  public Decision {
    if (verdict == Verdict.REJECTED && role != null) {
      throw notMeant("role", role.code());
    }
    if (verdict == Verdict.REJECTED && spelling != null) {
      throw notMeant("text", spelling);
    }
    if (spelling != null) {
      Text.required("text", spelling, LONGEST);
    }
  }

  /** Whether the authority is meant. */
  public boolean isConfirmed() {
    return verdict == Verdict.CONFIRMED;
  }

  private static Refusal notMeant(String field, String value) {
    return new Refusal(
        Reason.OUT_OF_RANGE, field, "must be left out where the authority is not meant", value);
  }

  /** What is said. */
  public enum Verdict implements Coded {
    /** It is meant. */
    CONFIRMED("confirmed"),
    /** It is not meant, although a name of it is recognised. */
    REJECTED("rejected");

    private final String code;

    Verdict(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }
}
