package communique.rest;

import communique.briefing.Moment;
import communique.reading.ListVersions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The map of an edition in time (RFC 7089, section 5): its versions as mementos, each with the time
 * from which on it was public.
 *
 * @param edition its address
 * @param after the number of the version before this page; 0 for the first
 */
record TimeMap(String edition, int after, ListVersions.Page page) {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** An instant as HTTP writes it (RFC 9110, 5.6.7), in whole seconds. */
  static String httpDate(Instant instant) {
    return HTTP_DATE.format(instant);
  }

  static String address(String edition) {
    return edition + "/timemap";
  }

  static String memento(String edition, int number) {
    return edition + "/versions/" + number;
  }

  /** The map as application/link-format (RFC 6690). */
  byte[] links() {
    String own = "<" + own() + ">; rel=\"self\"; type=\"application/link-format\"";
    Stream<String> head = Stream.of("<" + edition + ">; rel=\"original timegate\"", own);
    List<Moment> versions = page.versions();
    Stream<String> mementos = versions.stream().map(this::link);
    String next = next();
    Stream<String> further =
        next == null
            ? Stream.of()
            : Stream.of("<" + next + ">; rel=\"timemap\"; type=\"application/link-format\"");
    return Stream.of(head, mementos, further)
        .flatMap(links -> links)
        .collect(Collectors.joining(",\n", "", "\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** The same as JSON. */
  byte[] json() {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.write("original", edition);
          json.write("timegate", edition);
          json.write("timemap", own());
          json.writeStartArray("mementos");
          for (Moment version : page.versions()) {
            json.writeStartObject();
            json.write("version", version.number());
            json.write("datetime", httpDate(version.publicFrom()));
            json.write("href", memento(edition, version.number()));
            json.writeEnd();
          }
          json.writeEnd();
          Json.text(json, "next", next());
          json.writeEnd();
        });
  }

  private String link(Moment version) {
    return "<"
        + memento(edition, version.number())
        + ">; rel=\"memento\"; datetime=\""
        + httpDate(version.publicFrom())
        + "\"";
  }

  private String own() {
    return after == 0 ? address(edition) : page(after);
  }

  /** The address of the page after this one; absent when this is the last. */
  @Nullable String next() {
    return page.next() == null ? null : page(page.next());
  }

  private String page(int number) {
    return address(edition) + "?after=" + number;
  }
}
