package communique.names;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import communique.authority.AuthorityChanges;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityContent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes some lines of a file of names in, in one transaction. */
@ApplicationScoped
class ImportBatch {
  private static final String VERB = "ImportAuthorities";
  private static final TimeBasedEpochGenerator IDENTITIES = Generators.timeBasedEpochGenerator();

  @Inject private AuthorityChanges changes;
  @Inject private HeldIdentifiers heldIdentifiers;

  /** Takes them in, and counts them when that is done. */
  @Transactional
  void take(List<Line> lines, String actor, Tally tally) {
    if (lines.isEmpty()) {
      return;
    }
    changes.lock();
    Held held = heldIdentifiers.of(lines.stream().map(Line::content).toList());
    Map<UUID, Authority> changed = new LinkedHashMap<>();
    for (Line line : lines) {
      try {
        take(line.content(), held, changed, tally);
      } catch (Refusal refusal) {
        tally.refused(line.number(), refusal);
      }
    }
    changes.put(VERB, List.copyOf(changed.values()), actor);
  }

  private static void take(
      AuthorityContent content, Held held, Map<UUID, Authority> changed, Tally tally) {
    Authority known = held.meant(content);
    mustBeOfKind(content, known);
    if (known != null && known.edited()) {
      tally.kept();
      return;
    }
    held.mustBeFree(content, known == null ? null : known.id());
    if (known == null) {
      Authority added = Authority.added(IDENTITIES.generate(), false, content);
      held.put(added);
      changed.put(added.id(), added);
      tally.added();
    } else {
      AuthorityContent both = known.content().and(content);
      if (both.equals(known.content())) {
        tally.unchanged();
        return;
      }
      int version = changed.containsKey(known.id()) ? known.version() : known.version() + 1;
      Authority grown = new Authority(known.id(), version, false, false, Instant.EPOCH, both);
      held.put(grown);
      changed.put(grown.id(), grown);
      tally.changed();
    }
  }

  // As when two are merged by hand: whoever is of another kind is another.
  private static void mustBeOfKind(AuthorityContent content, @Nullable Authority known) {
    if (known != null && known.content().kind() != content.kind()) {
      throw new Refusal(
          Reason.OUT_OF_RANGE,
          "kind",
          "must be " + known.content().kind().code() + " like the one who has its identifier",
          content.kind().code());
    }
  }

  /** A line that can be read. */
  record Line(long number, AuthorityContent content) {}
}
