package communique.names;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import communique.access.Caller;
import communique.authority.Authorities;
import communique.authority.AuthorityChanges;
import communique.briefing.Refusal;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityContent;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Adds an authority record. */
@NeedsDatabase
@ApplicationScoped
public class CreateAuthority {
  private static final TimeBasedEpochGenerator IDENTITIES = Generators.timeBasedEpochGenerator();

  @Inject private Authorities authorities;
  @Inject private AuthorityChanges changes;
  @Inject private HeldIdentifiers heldIdentifiers;

  /**
   * Adds it; when this returns, that is durable.
   *
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller keeps no names,
   *     REFERENCE_REUSED when an identifier belongs to another authority, NOT_IN_USE when it
   *     belonged to one that was erased
   */
  @Transactional
  public Authority create(Caller caller, AuthorityContent content) {
    caller.mustKeepNames();
    changes.lock();
    heldIdentifiers.of(content).mustBeFree(content, null);
    UUID id = IDENTITIES.generate();
    changes.put("CreateAuthority", List.of(Authority.added(id, true, content)), caller.name());
    return authorities.find(id).orElseThrow();
  }
}
