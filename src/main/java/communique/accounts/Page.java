package communique.accounts;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next the key after which the next part begins; absent at the end
 */
public record Page<T>(List<T> entries, @Nullable String next) {
  private static final int MOST = 100;

  static void check(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new Refusal(
          Reason.OUT_OF_RANGE, "limit", "must be from 1 to 100", Integer.toString(limit));
    }
  }

  /** Of a list that was asked for one entry more than the part is to have. */
  static <T> Page<T> of(List<T> found, int limit, Function<T, String> key) {
    return found.size() <= limit
        ? new Page<>(found, null)
        : new Page<>(found.subList(0, limit), key.apply(found.get(limit - 1)));
  }
}
