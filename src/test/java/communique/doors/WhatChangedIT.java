package communique.doors;

import static communique.doors.rest.RestClient.field;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.RestClient;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What a correction of no more than a mark, an item or a cell looks like, as data and on the page.
 */
@ExtendWith(RunningSystem.Shared.class)
class WhatChangedIT {
  private final RestClient office;
  private final RestClient anybody;

  WhatChangedIT(RunningSystem system) throws IOException {
    this.office = RestClient.as("xv-depositor", system);
    this.anybody = RestClient.anonymous(system);
  }

  @Test
  void a_link_that_leads_elsewhere_is_told_with_both_addresses() throws Exception {
    String read =
        """
        {"type":"paragraph","text":[{"text":"Read "},{"text":"the report","link":"https://a.example/?x=1&y=%s"},
         {"text":" <soon>."}]}""";
    String id = corrected(read.formatted("1"), read.formatted("2"));
    assertThat(compared(id))
        .contains("\"words\":[{\"operation\":\"equal\",\"text\":\"Read \"},")
        .contains(
            "{\"operation\":\"deleted\",\"text\":\"the report\","
                + "\"link\":\"https://a.example/?x=1&y=1\"},{\"operation\":\"inserted\","
                + "\"text\":\"the report\",\"link\":\"https://a.example/?x=1&y=2\"}");
    assertThat(page(id))
        .containsSubsequence(
            "<p>Read <del>",
            "removed: </span><a href=\"https://a.example/?x=1&amp;y=1\" rel=\"noopener\">the"
                + " report</a>",
            "(https://a.example/?x=1&amp;y=1)</bdi></del><ins>",
            "added: </span><a href=\"https://a.example/?x=1&amp;y=2\" rel=\"noopener\">the"
                + " report</a>",
            "(https://a.example/?x=1&amp;y=2)</bdi></ins> &lt;soon&gt;.</p>");
  }

  @Test
  void a_word_that_is_stressed_now_is_told() throws Exception {
    String id =
        corrected(
            """
            {"type":"paragraph","text":[{"text":"It is not true, "},
             {"text":"he said","link":"https://a.example/"}]}""",
            """
            {"type":"paragraph","text":[{"text":"It is "},{"text":"not","emphasis":"strong"},
             {"text":" true, "},{"text":"he said","link":"https://a.example/"}]}""");
    assertThat(compared(id))
        .contains(
            "{\"operation\":\"deleted\",\"text\":\"not\"},"
                + "{\"operation\":\"inserted\",\"text\":\"not\",\"emphasis\":\"strong\"}");
    assertThat(page(id))
        .containsSubsequence(
            "removed: </span>not</del>",
            "added: </span><strong>not</strong></ins> true, ",
            "<a href=\"https://a.example/\" rel=\"noopener\">he said</a></p>");
  }

  @Test
  void one_item_is_told_in_its_list_and_numbers_stay_those_of_the_items() throws Exception {
    String id =
        corrected(
            """
            {"type":"list","ordered":true,"items":[[{"text":"Arn"}],[{"text":"Sorn"}],
             [{"text":"The old dam"}]]}""",
            """
            {"type":"list","ordered":true,"items":[[{"text":"Arn"}],[{"text":"The new dam"}]]}""");
    assertThat(compared(id))
        .contains(
            "\"parts\":[{\"operation\":\"equal\",\"from\":1,\"to\":1},"
                + "{\"operation\":\"deleted\",\"from\":2},"
                + "{\"operation\":\"changed\",\"from\":3,\"to\":2,\"words\":[");
    assertThat(page(id))
        .containsSubsequence(
            "<ol><li value=\"1\">Arn</li><li value=\"2\"><del>",
            "Sorn</del></li><li value=\"2\">The <del>",
            "old</del><ins>",
            "new</ins> dam</li></ol>");
  }

  @Test
  void one_cell_is_told_in_its_row() throws Exception {
    String table =
        """
        {"type":"table","rows":[[[{"text":"Year"}],[{"text":"Guests"}]],
         [[{"text":"2024"}],[{"text":"%s people"}]]%s]}""";
    String id =
        corrected(
            table.formatted("100", ""),
            table.formatted("120", ",[[{\"text\":\"2025\"}],[{\"text\":\"90 people\"}]]"));
    assertThat(compared(id))
        .contains(
            "\"parts\":[{\"operation\":\"equal\",\"from\":1,\"to\":1},"
                + "{\"operation\":\"changed\",\"from\":2,\"to\":2,\"parts\":["
                + "{\"operation\":\"equal\",\"from\":1,\"to\":1},"
                + "{\"operation\":\"changed\",\"from\":2,\"to\":2,\"words\":[",
            "{\"operation\":\"inserted\",\"to\":3}]");
    assertThat(page(id))
        .containsSubsequence(
            "<tr><td>Year</td><td>Guests</td></tr>",
            "<tr><td>2024</td><td><del>",
            "100</del><ins>",
            "120</ins> people</td></tr>",
            "<tr><td><ins>",
            "2025</ins></td><td><ins>");
  }

  private String corrected(String before, String after) throws Exception {
    String id =
        field(
            "briefing",
            office.must(
                "POST",
                "briefings",
                """
                {"office":"XV-PRES","kind":"statement","language":"en","body":[%s]}"""
                    .formatted(before)));
    String address = "briefings/" + id + "/en";
    String seen = office.get(address).headers().firstValue("ETag").orElseThrow();
    office.must(
        "PUT",
        address,
        """
        {"significance":"minor","reason":"As it was","body":[%s]}"""
            .formatted(after),
        "If-Match",
        seen);
    return id;
  }

  private String compared(String id) throws Exception {
    HttpResponse<String> answer = anybody.get("briefings/" + id + "/compare?from=en/1&to=en/2");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    SchemaCheck.assertValid("comparison.schema.json", answer.body().getBytes(UTF_8));
    return answer.body();
  }

  private String page(String id) throws Exception {
    HttpResponse<String> answer = anybody.get("/briefings/" + id + "/en/compare?from=1&to=2");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }
}
