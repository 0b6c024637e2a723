package communique.rest;

import communique.briefing.Coded;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Violation;
import communique.export.Format;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the format in which a version is asked for (RFC 9110, section 12.5.1). */
final class Negotiation {
  /** How many media ranges of a request are looked at. */
  private static final int MOST = 100;

  private Negotiation() {}

  /**
   * The format of the parameter {@code format}, else the one that the header {@code Accept} likes
   * best; the stored one when it likes several equally.
   *
   * @param format the parameter; absent when it was not given
   * @throws Refusal UNKNOWN_VALUE when the parameter names none
   * @throws NotAcceptableException when nothing fits the header
   */
  static Format of(HttpServletRequest request, @Nullable String format) {
    if (format != null && !format.isEmpty()) {
      return Coded.of(Format.class, "format", format);
    }
    Format accepted = liked(request);
    if (accepted == null) {
      throw nothingFits(String.valueOf(request.getHeader(HttpHeaders.ACCEPT)));
    }
    return accepted;
  }

  private static NotAcceptableException nothingFits(String accept) {
    String rule =
        Arrays.stream(Format.values())
            .map(Format::mediaType)
            .collect(Collectors.joining(", ", "must allow one of ", ""));
    Violation why = new Violation(Reason.UNKNOWN_VALUE, HttpHeaders.ACCEPT, rule, accept);
    // Whole: RESTEasy asks nobody about a response that has content.
    return new NotAcceptableException(
        Problem.of(Response.Status.NOT_ACCEPTABLE, why).on(Response.noContent()));
  }

  /** The format that the header {@code Accept} likes best; absent when nothing fits it. */
  static @Nullable Format liked(HttpServletRequest request) {
    List<String> accept = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
    return accepted(accept.isEmpty() ? null : String.join(",", accept));
  }

  /** The format for a header; absent when nothing fits. */
  static @Nullable Format accepted(@Nullable String accept) {
    // What most clients send is answered without reading further.
    if (accept == null || accept.equals("*/*") || accept.equals("application/json")) {
      return Format.JSON;
    }
    List<Range> ranges = ranges(accept);
    if (ranges.isEmpty()) {
      return Format.JSON;
    }
    Format best = null;
    double liked = 0;
    for (Format format : Format.values()) {
      double quality = quality(format, ranges);
      if (quality > liked) {
        best = format;
        liked = quality;
      }
    }
    return best;
  }

  // The most precise range that fits decides, whatever the others say.
  private static double quality(Format format, List<Range> ranges) {
    String type = format.mediaType().split(";", 2)[0];
    int precision = -1;
    double quality = 0;
    for (Range range : ranges) {
      if (range.fits(type) && range.precision() > precision) {
        precision = range.precision();
        quality = range.quality();
      }
    }
    return quality;
  }

  // What cannot be read is as if it had not been sent.
  private static List<Range> ranges(String accept) {
    List<Range> ranges = new ArrayList<>();
    for (String part : accept.split(",", MOST + 1)) {
      String[] pieces = part.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
      if (ranges.size() < MOST && pieces[0].matches("(\\*/\\*|[^\\s/*]+/(\\*|[^\\s/*]+))")) {
        ranges.add(new Range(pieces[0], weight(pieces)));
      }
    }
    return ranges;
  }

  private static double weight(String[] pieces) {
    for (String piece : pieces) {
      if (piece.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)")) {
        return Double.parseDouble(piece.substring(2));
      }
    }
    return 1;
  }

  private record Range(String type, double quality) {
    boolean fits(String other) {
      return type.equals("*/*")
          || type.equals(other)
          || (type.endsWith("/*") && other.startsWith(type.substring(0, type.length() - 1)));
    }

    int precision() {
      return type.equals("*/*") ? 0 : type.endsWith("/*") ? 1 : 2;
    }
  }
}
