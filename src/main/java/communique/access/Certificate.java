package communique.access;

import communique.briefing.Digest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A certificate that stands for an account: in TLS, or as the signer of a message.
 *
 * @param fingerprint SHA-256 of the whole certificate
 * @param account whose it is
 * @param subject whom it names (RFC 4514); for people, nothing follows from it
 * @param notBefore from when it counts
 * @param notAfter until when it counts
 * @param registeredBy the account that registered it
 * @param revokedAt absent while it counts
 */
public record Certificate(
    Digest fingerprint,
    String account,
    String subject,
    Instant notBefore,
    Instant notAfter,
    Instant registeredAt,
    String registeredBy,
    @Nullable Instant revokedAt) {}
