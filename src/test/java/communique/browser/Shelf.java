package communique.browser;

import static communique.doors.rest.RestClient.field;

import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.net.http.HttpResponse;
import java.util.UUID;

/**
 * What the readers find: a corrected briefing in three languages, and a withdrawn one.
 *
 * @param word that is in no other text, and in each of theirs
 * @param briefing the first
 * @param withdrawn the second
 */
record Shelf(String word, String briefing, String withdrawn) {

  static Shelf filled(RunningSystem system) throws Exception {
    String word = "lighthouse" + UUID.randomUUID().toString().substring(0, 8);
    RestClient office = RestClient.as("xv-depositor", system);
    String briefing =
        field(
            "briefing",
            office.must(
                "POST",
                "briefings",
                """
                {"office":"XV-PRES","kind":"statement","language":"en",
                 "headline":"Opening of the %1$s","body":[%2$s]}"""
                    .formatted(word, blocks(word, "was said", "minister", "https://a.example/1"))));
    office.must(
        "POST",
        "briefings/" + briefing + "/editions",
        RestClient.edition("de", "Eröffnung " + word, "\"translation\":{\"from\":\"en\"}"));
    office.must(
        "POST",
        "briefings/" + briefing + "/editions",
        RestClient.edition("ar", "افتتاح " + word, "\"translation\":{\"from\":\"en\"}"));
    HttpResponse<String> first = office.get("briefings/" + briefing + "/en");
    office.must(
        "PUT",
        "briefings/" + briefing + "/en",
        """
        {"significance":"major","reason":"The first version named no valley.",
         "headline":"Opening of the %1$s of Arntal",
         "body":[%2$s,{"type":"list","ordered":false,"items":[[{"text":"See "},
          {"text":"all the news","link":"https://a.example/"},{"text":" of the valley."}]]}]}"""
            .formatted(word, blocks(word, "of Arntal was opened", "mayor", "https://a.example/2")),
        "If-Match",
        first.headers().firstValue("ETag").orElseThrow());
    String withdrawn =
        field(
            "briefing",
            office.must("POST", "briefings", RestClient.statement("Closing of the " + word)));
    office.must(
        "POST",
        "briefings/" + withdrawn + "/withdrawal",
        "{\"reason\":\"It stays open.\",\"titleShown\":true}");
    RestClient anybody = RestClient.anonymous(system);
    while (!anybody.get("search?q=Arntal+" + word).body().contains(briefing)
        || !anybody.get("search?q=" + word + "&language=ar").body().contains(briefing)) {
      Thread.sleep(100);
    }
    return new Shelf(word, briefing, withdrawn);
  }

  /** A paragraph, a list and a table with what can change in them, and links in each. */
  private static String blocks(String word, String what, String who, String link) {
    return """
        {"type":"paragraph","text":[{"text":"The %1$s %2$s, see "},
         {"text":"its pictures","link":"%4$s"},{"text":"."}]},
        {"type":"list","ordered":true,"items":[[{"text":"A speech by the %3$s, "},
         {"text":"in full","link":"%4$s"},{"text":" here"}],
         [{"text":"A walk to "},{"text":"the harbour","link":"https://a.example/"}]]},
        {"type":"table","rows":[[[{"text":"Guests"}],[{"text":"%3$s"}],
         [{"text":"as "},{"text":"announced","link":"%4$s"},{"text":" before"}]]]}"""
        .formatted(word, what, who, link);
  }
}
