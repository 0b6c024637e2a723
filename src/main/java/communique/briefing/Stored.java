package communique.briefing;

/**
 * A version as it is kept and served.
 *
 * @param content its canonical bytes, which nobody may change
 * @param digest SHA-256 of them
 * @param open whether anybody may see it, so that shared caches may keep it
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier to the socket, never compared
public record Stored(byte[] content, Digest digest, boolean open) {

  /** The version itself. */
  public Version version() {
    return VersionReader.read(content);
  }
}
