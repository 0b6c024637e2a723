package communique.briefing;

/**
 * What a depositor handed over, bit for bit.
 *
 * @param type its media type
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
public record Original(String type, byte[] content) {}
