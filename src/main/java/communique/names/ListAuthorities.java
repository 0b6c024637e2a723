package communique.names;

import communique.authority.Authorities;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityKind;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the authority records, which everybody may see. */
@NeedsDatabase
@ApplicationScoped
public class ListAuthorities {
  private static final int MOST = 100;

  @Inject private Authorities authorities;

  /**
   * A page, in the order in which they came into the archive.
   *
   * @param kind only of this kind; null for all
   * @param after the identity before the page; null for the first
   * @param limit 1 to 100
   * @throws Refusal OUT_OF_RANGE on {@code limit}
   */
  public Page list(@Nullable AuthorityKind kind, @Nullable UUID after, int limit) {
    mustBeInRange(limit);
    List<Authority> found = authorities.page(kind, after, limit + 1);
    return found.size() <= limit
        ? new Page(found, null)
        : new Page(found.subList(0, limit), found.get(limit - 1).id());
  }

  static void mustBeInRange(int limit) {
    if (limit < 1 || limit > MOST) {
      throw new Refusal(Reason.OUT_OF_RANGE, "limit", "must be 1 to " + MOST, "" + limit);
    }
  }

  /**
   * A part of the list.
   *
   * @param next the identity after which the next part begins; absent at the end
   */
  public record Page(List<Authority> entries, @Nullable UUID next) {}
}
