package communique.briefing;

/** A smaller picture that the archive makes of a picture; the original stays as it came. */
public enum Rendition implements Coded {
  THUMBNAIL("thumbnail", 320),
  SMALL("small", 1024),
  LARGE("large", 2048);

  private final String code;
  private final int longestEdge;

  Rendition(String code, int longestEdge) {
    this.code = code;
    this.longestEdge = longestEdge;
  }

  @Override
  public String code() {
    return code;
  }

  /** In pixels, at most: a picture is never enlarged. */
  public int longestEdge() {
    return longestEdge;
  }
}
