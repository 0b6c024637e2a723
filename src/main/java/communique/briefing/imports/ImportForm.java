package communique.briefing.imports;

import communique.briefing.Coded;

/** What the file of an import is. */
public enum ImportForm implements Coded {
  /** One JSON object a line (NDJSON), plain or gzip. */
  LINES("lines"),
  /** A ZIP with files of lines, pages, and the media they name. */
  ZIP("zip"),
  /** The same as a tar, plain or gzip. */
  TAR("tar"),
  /** One briefing as the text of its web page. */
  PAGE("page");

  private final String code;

  ImportForm(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
