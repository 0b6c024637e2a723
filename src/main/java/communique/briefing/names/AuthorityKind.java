package communique.briefing.names;

import communique.briefing.Coded;

/** What has a name of its own. */
public enum AuthorityKind implements Coded {
  PERSON("person"),
  ORGANISATION("organisation"),
  PLACE("place");

  private final String code;

  AuthorityKind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
