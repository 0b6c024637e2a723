package communique.briefing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The archive's word that a version is kept.
 *
 * @param id of the receipt
 * @param briefing the briefing's identity
 * @param reference the briefing's reference code
 * @param language of the edition
 * @param version number of the version
 * @param digest SHA-256 of the version's canonical form
 * @param acceptedAt by the database's clock
 * @param ledgerPosition the version's leaf in the ledger, counted from 0
 * @param embargo the instant before which the version is not public, as it was accepted; absent for
 *     none
 */
public record Receipt(
    UUID id,
    UUID briefing,
    String reference,
    LanguageTag language,
    int version,
    Digest digest,
    Instant acceptedAt,
    long ledgerPosition,
    @Nullable Instant embargo) {}
