package communique.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token (RFC 6750) as its keepers see it; its secret was told once and is kept nowhere.
 *
 * @param account whose rights it has a part of
 * @param name for people, to tell it from others
 * @param scope the part
 * @param createdBy the account that issued it
 * @param revokedAt absent while it counts
 * @param lastUsedOn the day, by the database's clock; absent when it was never used
 */
public record Token(
    UUID id,
    String account,
    String name,
    Scope scope,
    Instant createdAt,
    String createdBy,
    Instant expiresAt,
    @Nullable Instant revokedAt,
    @Nullable LocalDate lastUsedOn) {}
