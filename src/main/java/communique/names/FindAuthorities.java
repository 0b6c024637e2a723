package communique.names;

import communique.authority.Authorities;
import communique.authority.KnownNames;
import communique.briefing.Refusal;
import communique.briefing.Text;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityKind;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds authority records by a name, in any spelling that they have. */
@NeedsDatabase
@ApplicationScoped
public class FindAuthorities {
  private static final int LONGEST = 300;

  @Inject private KnownNames names;
  @Inject private Authorities authorities;

  /**
   * Those with a name, or a word of one, that is or begins so, whatever the case and accents. A
   * record is found some seconds after it was changed, and none that is retired.
   *
   * @param kind only of this kind; null for all
   * @param limit 1 to 100
   * @return the best first: named just so, then with just this word such as a family name, then the
   *     others
   * @throws Refusal MISSING or TOO_LONG on {@code name}, OUT_OF_RANGE on {@code limit}
   */
  public List<Authority> find(String name, @Nullable AuthorityKind kind, int limit) {
    Text.required("name", name, LONGEST);
    ListAuthorities.mustBeInRange(limit);
    List<UUID> ids = names.lookUp(name, kind, limit);
    Map<UUID, Authority> found = authorities.find(ids);
    return ids.stream().map(found::get).filter(Objects::nonNull).toList();
  }
}
