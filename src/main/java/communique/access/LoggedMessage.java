package communique.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A message of a client and its answer, without their content.
 *
 * @param id UUID version 7
 * @param at when it was answered, by the database's clock
 * @param operation its name; {@code unknown} when the message named none of the service
 * @param outcome {@code OK}, or the reason of the fault
 * @param request redacted, at most 32 KiB
 * @param answer redacted, at most 32 KiB
 */
public record LoggedMessage(
    UUID id, Instant at, String operation, String outcome, String request, String answer) {}
