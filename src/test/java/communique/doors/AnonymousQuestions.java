package communique.doors;

import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whatever anybody can ask for without a log-in, over every door, and what is answered. */
final class AnonymousQuestions {
  private final RestClient anybody;
  private final Depositor soap;
  private final List<String> words;

  /**
   * @param words that lists, searches and feeds are asked for
   */
  AnonymousQuestions(RunningSystem system, List<String> words) throws IOException {
    this.anybody = RestClient.anonymous(system);
    this.soap = new Depositor(system);
    this.words = words;
  }

  /**
   * The answers to all of them, by question.
   *
   * @param briefings that are asked for one by one
   * @param at the time for which is asked what was public then
   */
  Map<String, String> answers(List<String> briefings, Instant at)
      throws IOException, InterruptedException {
    Map<String, String> answers = new LinkedHashMap<>();
    for (String path : paths(briefings)) {
      answers.put(path, overHttp(path));
    }
    for (String briefing : briefings) {
      answers.put("soap " + briefing, fetched(briefing));
    }
    for (String message : messages(briefings, at)) {
      answers.put("soap " + message, overSoap(message));
    }
    return answers;
  }

  /** All that a client sees of the answer to a GET, but the time of day. */
  String overHttp(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = anybody.get(path);
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.keySet().removeIf(name -> name.equalsIgnoreCase("date"));
    return answer.statusCode() + "\n" + headers + "\n" + answer.body();
  }

  /** A briefing over SOAP, without the number under which the log has a fault. */
  String fetched(String id) throws IOException, InterruptedException {
    return soap.fetch(id).replaceAll("(?<=ReferenceNumber>)[0-9A-F]{12}", "");
  }

  /** The answer to a body over SOAP, without the number under which the log has a fault. */
  String overSoap(String message) throws IOException, InterruptedException {
    return soap.ask(message).replaceAll("(?<=ReferenceNumber>)[0-9A-F]{12}", "");
  }

  /** What a briefing and its editions can be asked for, as it follows its address. */
  static List<String> addresses() {
    return List.of(
        "",
        "/en",
        "/de",
        "/en/versions",
        "/en/versions/1",
        "/en/versions/2",
        "/en?format=text",
        "/en/timemap",
        "/en/names",
        "/en/similar",
        "/en/media",
        "/en/compare",
        "/en/compare?from=1&to=2",
        "/compare",
        "/compare?left=en&right=de",
        "/compare?from=en/1&to=de/1");
  }

  /** What an edition can be asked for over SOAP. */
  static List<String> ofEdition(String id, Instant at) {
    String edition = "<BriefingId>" + id + "</BriefingId><Language>en</Language>";
    return List.of(
        "<ListVersions>" + edition + "</ListVersions>",
        "<GetVersion>" + edition + "<Version>1</Version></GetVersion>",
        "<GetVersion>" + edition + "<Version>2</Version></GetVersion>",
        "<GetOriginal>" + edition + "<Version>1</Version></GetOriginal>",
        "<GetBriefingAsOf>" + edition + "<At>" + at + "</At></GetBriefingAsOf>",
        "<GetBriefingAsOf><BriefingId>"
            + id
            + "</BriefingId><At>"
            + at
            + "</At></GetBriefingAsOf>");
  }

  private List<String> messages(List<String> briefings, Instant at) {
    List<String> messages = new ArrayList<>();
    for (String word : words) {
      messages.add("<SearchBriefings><Query>" + word + "</Query></SearchBriefings>");
      messages.add("<ListBriefings><Section>" + word + "</Section></ListBriefings>");
      messages.add("<ListBriefings><Mention>" + word + "</Mention></ListBriefings>");
    }
    messages.add("<ListBriefings><HasMedia>true</HasMedia></ListBriefings>");
    messages.add("<ListBriefings><Subject>medtop:20000999</Subject></ListBriefings>");
    messages.add("<ListChanges><Limit>1000</Limit></ListChanges>");
    for (int limit = 1; limit <= 12; limit++) {
      messages.add("<ListBriefings><Limit>" + limit + "</Limit></ListBriefings>");
    }
    briefings.forEach(briefing -> messages.addAll(ofEdition(briefing, at)));
    return messages;
  }

  private List<String> paths(List<String> briefings) {
    List<String> paths = new ArrayList<>();
    for (String word : words) {
      for (String form :
          List.of(
              "/api/v1/search?q=%s",
              "/api/v1/search?q=%s&language=en",
              "/api/v1/search?q=%s&office=XV-PRES",
              "/api/v1/search?q=%s&widen=false",
              "/api/v1/search?q=%s&facets=true",
              "/api/v1/search?q=headline:%s&order=changed",
              "/api/v1/search/suggestions?q=%s",
              "/feeds/search/atom?q=%s",
              "/search?q=%s",
              "/search?q=%s&language=de",
              "/api/v1/briefings?section=%s",
              "/api/v1/briefings?mention=%s",
              "/feeds/atom?section=%s",
              "/feeds/json?section=%s")) {
        paths.add(form.formatted(word));
      }
    }
    for (String form :
        List.of(
            "/",
            "/api/v1/offices",
            "/api/v1/authorities",
            "/openapi",
            "/sitemap.xml",
            "/api/v1/changes?limit=1000",
            "/feeds/atom",
            "/feeds/rss",
            "/feeds/json",
            "/robots.txt",
            "/api/v1/schemas/version.schema.json",
            "/api/v1/briefings?subject=medtop:20000999",
            "/api/v1/briefings?media=true",
            "/feeds/atom?language=en",
            "/feeds/atom?office=XV-PRES",
            "/feeds/rss?language=de")) {
      paths.add(form);
    }
    for (String parameter :
        List.of("", "office=XV-PRES", "office=KR-PRES", "language=en", "kind=statement")) {
      for (int limit = 1; limit <= 12; limit++) {
        paths.add("/api/v1/briefings?limit=" + limit + "&" + parameter);
      }
    }
    for (String briefing : briefings) {
      for (String form : addresses()) {
        paths.add("/api/v1/briefings/" + briefing + form);
        paths.add("/briefings/" + briefing + form);
      }
    }
    return paths;
  }
}
