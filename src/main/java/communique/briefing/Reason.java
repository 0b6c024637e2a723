package communique.briefing;

/**
 * Why a request was refused. Closed: a new reason must name its {@link Kind}, which every door
 * answers.
 */
public enum Reason {
  MALFORMED(Kind.INVALID),
  MISSING(Kind.INVALID),
  TOO_LONG(Kind.INVALID),
  BAD_FORMAT(Kind.INVALID),
  UNKNOWN_VALUE(Kind.INVALID),
  OUT_OF_RANGE(Kind.INVALID),
  MEDIA_CONTRADICTS_TYPE(Kind.INVALID),
  MEDIA_CONTRADICTS_DIGEST(Kind.INVALID),
  NOT_FOUND(Kind.NOT_FOUND),
  REFERENCE_REUSED(Kind.CONFLICT),
  EDITION_EXISTS(Kind.CONFLICT),
  ALREADY_WITHDRAWN(Kind.CONFLICT),
  NOT_WITHDRAWN(Kind.CONFLICT),
  NOT_UNDER_EMBARGO(Kind.CONFLICT),
  STILL_CURRENT(Kind.CONFLICT),
  ALREADY_LINKED(Kind.CONFLICT),
  NOT_LINKED(Kind.CONFLICT),
  TOO_MANY_LINKED(Kind.CONFLICT),
  NOT_IN_USE(Kind.CONFLICT),
  VERSION_CHANGED(Kind.PRECONDITION),
  PRECONDITION_MISSING(Kind.PRECONDITION),
  NOT_AUTHENTICATED(Kind.FORBIDDEN),
  NOT_ALLOWED(Kind.FORBIDDEN),
  TOO_MANY_ATTEMPTS(Kind.TOO_MANY),
  WITHDRAWN(Kind.WITHDRAWN),
  TOO_LARGE(Kind.TOO_LARGE),
  RECORD_UNAVAILABLE(Kind.UNAVAILABLE),
  SEARCH_UNAVAILABLE(Kind.UNAVAILABLE);

  private final Kind kind;

  Reason(Kind kind) {
    this.kind = kind;
  }

  /** What a door must tell its caller: which side is to blame and whether trying again helps. */
  public Kind kind() {
    return kind;
  }

  /** The kinds of refusal; each door translates every one of them. */
  public enum Kind {
    INVALID,
    NOT_FOUND,
    CONFLICT,
    PRECONDITION,
    FORBIDDEN,
    TOO_MANY,
    WITHDRAWN,
    TOO_LARGE,
    UNAVAILABLE
  }
}
