package communique.briefing.index;

import java.time.Instant;
import java.util.UUID;

/**
 * A document that Elasticsearch refused to take in, time and again. Searches do not find it, or as
 * it was before. It is tried again when somebody asks for it, and at the next change of the
 * briefing.
 *
 * @param generation the number of the indices
 * @param open whether it is of the index of what everybody sees, or of the restricted one
 * @param position of the journal, under which it was to be written
 * @param error what Elasticsearch said
 */
public record RefusedDocument(
    UUID briefing,
    int generation,
    boolean open,
    long position,
    int tries,
    String error,
    Instant firstAt,
    Instant lastAt) {}
