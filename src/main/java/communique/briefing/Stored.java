package communique.briefing;

/**
 * A version as it is kept and served.
 *
 * @param content its canonical bytes, which nobody may change
 * @param digest SHA-256 of them
 * @param open whether anybody may see it, so that shared caches may keep it
 * @param withheld why not, for those who see it all the same
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier to the socket, never compared
public record Stored(byte[] content, Digest digest, boolean open, Withheld withheld) {

  /** One of which it is not told why not everybody sees it. */
  public Stored(byte[] content, Digest digest, boolean open) {
    this(content, digest, open, Withheld.NOT);
  }

  /** The version itself. */
  public Version version() {
    return VersionReader.read(content);
  }
}
