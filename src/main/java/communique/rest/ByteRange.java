package communique.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file.
 *
 * @param first position of its first byte, from 0
 * @param last position of its last byte
 */
record ByteRange(long first, long last) {
  private static final Pattern FORM =
      Pattern.compile("bytes=(?:(\\d{1,18})-(\\d{0,18})|-(\\d{1,18}))");

  static ByteRange whole(long size) {
    return new ByteRange(0, size - 1);
  }

  /**
   * The part that a header {@code Range} asks for (RFC 9110, section 14.2); absent for the whole,
   * which is also the answer to several parts and to what cannot be read.
   *
   * @throws WebApplicationException 416 when the file has no such part
   */
  static @Nullable ByteRange of(@Nullable String header, long size) {
    Matcher form = FORM.matcher(header == null ? "" : header);
    if (!form.matches()) {
      return null;
    }
    String suffix = form.group(3);
    if (suffix != null) {
      return satisfiable(Math.max(0, size - Long.parseLong(suffix)), size - 1, size);
    }
    long first = Long.parseLong(form.group(1));
    String end = form.group(2);
    long last = end.isEmpty() ? size - 1 : Long.parseLong(end);
    // A part that ends before it begins is no part at all.
    return last < first && !end.isEmpty()
        ? null
        : satisfiable(first, Math.min(last, size - 1), size);
  }

  long length() {
    return last - first + 1;
  }

  private static ByteRange satisfiable(long first, long last, long size) {
    if (first >= size) {
      throw new WebApplicationException(
          Response.status(Response.Status.REQUESTED_RANGE_NOT_SATISFIABLE)
              .header("Content-Range", "bytes */" + size)
              .build());
    }
    return new ByteRange(first, last);
  }

  @Override
  public String toString() {
    return first + "-" + last;
  }
}
