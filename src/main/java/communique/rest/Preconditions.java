package communique.rest;

import communique.briefing.Digest;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Seen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads which state of a thing a change was made from. */
final class Preconditions {
  /** An entity tag (RFC 9110, 8.8.3). */
  private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*+\"";

  /** A list of them, in which elements may be empty (RFC 9110, 5.6.1). */
  private static final Pattern TAGS =
      Pattern.compile("[ \\t,]*+" + TAG + "(?:[ \\t]*+,[ \\t,]*+" + TAG + ")*+[ \\t,]*+");

  /** A strong one that the archive gives; what it is within a list is known by then. */
  private static final Pattern OURS = Pattern.compile("(?<!W/)\"([0-9a-f]{64})\"");

  private Preconditions() {}

  /**
   * What {@code If-Match} says (RFC 9110, 13.1.1), in however many lines. Tags are compared
   * strongly: a weak one, and one that is none of ours, fits no state. A change without the header
   * could undo what somebody else has just changed (RFC 6585, 3).
   *
   * @throws Refusal PRECONDITION_MISSING without the header, BAD_FORMAT when it is no list of tags
   */
  static Seen seen(HttpServletRequest request) {
    String ifMatch =
        String.join(",", Collections.list(request.getHeaders(HttpHeaders.IF_MATCH))).strip();
    if (ifMatch.isEmpty()) {
      throw new Refusal(
          Reason.PRECONDITION_MISSING,
          "If-Match",
          "must hold the ETag of the version that is corrected",
          "");
    }
    if (ifMatch.equals("*")) {
      return Seen.ANY;
    }
    if (!TAGS.matcher(ifMatch).matches()) {
      throw new Refusal(
          Reason.BAD_FORMAT, "If-Match", "must be ETags with commas between them, or *", ifMatch);
    }
    Set<Digest> states =
        OURS.matcher(ifMatch)
            .results()
            .map((MatchResult tag) -> new Digest(tag.group(1)))
            .collect(Collectors.toSet());
    return Seen.of(states);
  }
}
