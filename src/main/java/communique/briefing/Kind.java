package communique.briefing;

/** What sort of thing an office issued. */
public enum Kind implements Coded {
  READ_OUT("readOut"),
  WRITTEN_BRIEFING("writtenBriefing"),
  PRESS_CONFERENCE("pressConference"),
  STATEMENT("statement"),
  SPEECH("speech"),
  RELEASE("release"),
  ADVISORY("advisory"),
  PHOTO_RELEASE("photoRelease");

  private final String code;

  Kind(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
