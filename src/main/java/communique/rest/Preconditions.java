package communique.rest;

import communique.briefing.Digest;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads which state of a thing a change was made from. */
final class Preconditions {
  private static final Pattern TAG = Pattern.compile("\"([0-9a-f]{64})\"");

  private Preconditions() {}

  /**
   * The tags of {@code If-Match} (RFC 9110, 13.1.1). A change without one could undo what somebody
   * else has just changed (RFC 6585, 3).
   *
   * @throws Refusal PRECONDITION_MISSING without the header, BAD_FORMAT when it has no tag of ours
   */
  static Set<Digest> seen(HttpServletRequest request) {
    String ifMatch = request.getHeader(HttpHeaders.IF_MATCH);
    if (ifMatch == null) {
      throw new Refusal(
          Reason.PRECONDITION_MISSING,
          "If-Match",
          "must hold the ETag of the version that is corrected",
          "");
    }
    Set<Digest> tags =
        TAG.matcher(ifMatch)
            .results()
            .map((MatchResult tag) -> new Digest(tag.group(1)))
            .collect(Collectors.toSet());
    if (tags.isEmpty()) {
      throw new Refusal(Reason.BAD_FORMAT, "If-Match", "must be the ETag of a version", ifMatch);
    }
    return tags;
  }
}
