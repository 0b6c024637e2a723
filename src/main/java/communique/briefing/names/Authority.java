package communique.briefing.names;

import java.time.Instant;
import java.util.UUID;

/**
 * A person, organisation or place that texts name, as it is known now.
 *
 * @param version counts its changes, from 1
 * @param edited whether a person wrote it or changed it, so that an import leaves it as it is
 * @param changedAt when it became as it is
 */
public record Authority(
    UUID id, int version, boolean edited, Instant changedAt, AuthorityContent content) {}
