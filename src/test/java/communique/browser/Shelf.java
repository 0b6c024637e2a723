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
            office.must("POST", "briefings", RestClient.statement("Opening of the " + word)));
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
         "body":[{"type":"paragraph","text":[{"text":"The %1$s of Arntal was opened."}]}]}"""
            .formatted(word),
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
}
