package communique.briefing.names;

import java.time.Instant;
import java.util.UUID;

/**
 * A person, organisation or place that texts name, as it is known now.
 *
 * @param version counts its changes, from 1
 * @param edited whether a person wrote it or changed it, so that an import leaves it as it is
 * @param retired whether it is no longer recognised in texts and queries; it is still shown
 * @param changedAt when it became as it is
 */
public record Authority(
    UUID id,
    int version,
    boolean edited,
    boolean retired,
    Instant changedAt,
    AuthorityContent content) {

  /**
   * One that is not in the record yet.
   *
   * @param edited whether a person wrote it
   */
  public static Authority added(UUID id, boolean edited, AuthorityContent content) {
    return new Authority(id, 1, edited, false, Instant.EPOCH, content);
  }

  /** As a person wants it to be next. */
  public Authority edited(AuthorityContent next) {
    return new Authority(id, version + 1, true, retired, Instant.EPOCH, next);
  }

  /** As a person wants it to be next: out of use, or in use again. */
  public Authority retired(boolean next) {
    return new Authority(id, version + 1, true, next, Instant.EPOCH, content);
  }
}
