package communique.search.index;

import communique.authority.KnownNames;
import communique.briefing.EditionId;
import communique.briefing.Version;
import communique.briefing.names.AuthorityKind;
import communique.briefing.names.Decided;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Whom texts name.
 *
 * @param names that are known
 * @param decided what archivists decided on them, by edition
 */
record Naming(KnownNames names, Map<EditionId, List<Decided>> decided) {

  /** Who is meant in some of the versions of a briefing, by what they are. */
  Map<AuthorityKind, Set<UUID>> in(List<Version> versions) {
    return names.byKind(
        versions.stream()
            .flatMap(version -> names.in(version, decidedOn(version)).meant().stream()));
  }

  private List<Decided> decidedOn(Version version) {
    return decided.getOrDefault(
        new EditionId(version.briefing().id(), version.language()), List.of());
  }
}
