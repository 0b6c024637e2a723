package communique.briefing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The archive's public word that a briefing, or a part of it, was withdrawn, reinstated or erased.
 * It stays when the text is gone. {@link NoticeJson} gives its canonical form.
 *
 * @param briefing whose state changed
 * @param reference its reference code
 * @param office who issued it
 * @param number counted from 1 within the briefing
 * @param scope what of the briefing is meant
 * @param state what became of it
 * @param reason for everybody; at most 2,000 characters
 * @param title under which it was known, as far as its office lets it be told
 * @param at when, by the database's clock, in microseconds
 */
public record Notice(
    UUID briefing,
    String reference,
    OfficeCode office,
    int number,
    Scope scope,
    State state,
    String reason,
    @Nullable String title,
    Instant at) {

  /**
   * @throws Refusal when the reason is missing or too long
   */
  public Notice {
    Text.required("reason", reason, 2000);
  }

  /** The same under another title, or under none. */
  public Notice titled(@Nullable String other) {
    return new Notice(briefing, reference, office, number, scope, state, reason, other, at);
  }

  /** What a notice says of a briefing. */
  public enum State implements Coded {
    WITHDRAWN("withdrawn"),
    REINSTATED("reinstated"),
    ERASED("erased"),
    /** Erased in part: what else was said is still shown. */
    REDACTED("redacted");

    private final String code;

    State(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /**
   * What of a briefing is meant.
   *
   * @param language only this edition
   * @param version only this version of it; never without a language
   */
  public record Scope(@Nullable LanguageTag language, @Nullable Integer version) {
    /** The whole briefing. */
    public static final Scope ALL = new Scope(null, null);

    /**
     * @throws Refusal when a version comes without a language
     */
    public Scope {
      if (version != null && language == null) {
        throw new Refusal(
            Reason.MISSING, "language", "must be present when a version is named", "" + version);
      }
    }
  }
}
