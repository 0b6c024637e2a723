package communique.doors.names;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Authority records through the REST door. */
@ExtendWith(RunningSystem.Shared.class)
class AuthoritiesIT {
  private static final Path CORPUS =
      Path.of(System.getProperty("communique.corpus", "../shared/corpus"));

  private final Names names;

  AuthoritiesIT(RunningSystem system) throws Exception {
    this.names = new Names(system);
  }

  @Test
  void a_file_is_taken_in_once_and_what_is_wrong_with_its_lines_is_told() throws Exception {
    String one = Names.fresh();
    String file =
        """
        {"wikidata":"%1$s1","name":"Elena Varga","names":{"de":"Elena Warga"},"ids":{"VIAF":"%2$s1"}}

        {"wikidata":"%1$s2","name":"Other Person","names":{},"ids":{"VIAF":"%2$s1"}}
        {"wikidata":"Warga","name":"","names":{}}
        {"wikidata":"%1$s3","name":"Third","name":"Twice"}
        not json
        {"kind":"place","names":[{"text":"Arntal","language":"de"}],"ids":{"wikidata":"%1$s4"}}
        """
            .formatted(one, one.substring(1));
    JsonNode told = names.importFile(file.getBytes(UTF_8));
    assertThat(told.get("added").asInt()).as(told.toString()).isEqualTo(2);
    assertThat(told.get("refused").asInt()).isEqualTo(4);
    List<String> mistakes = new ArrayList<>();
    told.get("refusals")
        .forEach(
            each ->
                mistakes.add(
                    each.get("line").asInt()
                        + " "
                        + each.get("reason").asText()
                        + " "
                        + each.path("field").asText()));
    assertThat(mistakes)
        .containsExactly(
            "3 REFERENCE_REUSED ids.viaf",
            "4 BAD_FORMAT wikidata",
            "4 MISSING name",
            "5 MALFORMED ",
            "6 MALFORMED ");
    assertThat(told.get("refusals").get(0).get("value").asText()).isEqualTo(one.substring(1) + "1");

    JsonNode again = names.importFile(packed(file));
    assertThat(again.get("unchanged").asInt()).as(again.toString()).isEqualTo(2);
    assertThat(again.get("added").asInt() + again.get("changed").asInt()).isZero();
  }

  @Test
  void names_are_added_to_whoever_is_known_and_none_is_taken_away() throws Exception {
    String wikidata = Names.fresh();
    names.importFile(line(wikidata, "\"de\":\"Elena Warga\""));
    JsonNode told = names.importFile(line(wikidata, "\"ko\":\"엘레나 바르가\""));
    assertThat(told.get("changed").asInt()).as(told.toString()).isEqualTo(1);

    JsonNode record = names.find(wikidata);
    assertThat(record.get("version").asInt()).isEqualTo(2);
    assertThat(record.get("names").findValuesAsText("text"))
        .containsExactly("Elena Varga", "Elena Warga", "엘레나 바르가");
    assertThat(names.journal(record.get("id").asText()))
        .containsExactly("ImportAuthorities 1 archivist", "ImportAuthorities 2 archivist");
  }

  @Test
  void what_an_archivist_has_edited_no_import_changes() throws Exception {
    String wikidata = Names.fresh();
    names.importFile(line(wikidata, "\"de\":\"Elena Warga\""));
    String id = names.find(wikidata).get("id").asText();
    HttpResponse<String> seen = names.get("authorities/" + id);
    HttpResponse<String> edited =
        names.put(id, seen.headers().firstValue("ETag").orElseThrow(), "Elena Varga");
    assertThat(edited.statusCode()).as(edited.body()).isEqualTo(200);
    SchemaCheck.assertValid("authority.schema.json", edited.body().getBytes(UTF_8));
    // What was put is not kept byte for byte (RFC 9110, 9.3.4).
    assertThat(edited.headers().firstValue("ETag")).isEmpty();

    JsonNode told = names.importFile(line(wikidata, "\"ko\":\"엘레나 바르가\""));
    // By then it is without the identifier: who is meant is found by it alone.
    assertThat(told.get("added").asInt()).as(told.toString()).isEqualTo(1);

    String kept = Names.fresh();
    String made = names.create("Varga", kept);
    assertThat(names.importFile(line(kept, "\"ko\":\"엘레나 바르가\"")).get("kept").asInt()).isEqualTo(1);
    assertThat(names.get("authorities/" + made).body()).doesNotContain("엘레나");
    assertThat(names.journal(made)).containsExactly("CreateAuthority 1 archivist");
  }

  @Test
  void the_same_line_again_adds_nobody_also_when_it_has_no_identifier() throws Exception {
    String line =
        "{\"kind\":\"person\",\"names\":[{\"text\":\"Varga %s\",\"language\":\"de\"}],\"born\":\"1970-01-02\"}\n"
            .formatted(Names.fresh());
    JsonNode told = names.importFile((line + line).getBytes(UTF_8));
    assertThat(told.get("added").asInt()).as(told.toString()).isEqualTo(1);
    assertThat(told.get("unchanged").asInt()).isEqualTo(1);
    told = names.importFile(line.getBytes(UTF_8));
    assertThat(told.get("added").asInt()).as(told.toString()).isZero();
    assertThat(told.get("unchanged").asInt()).isEqualTo(1);
    told = names.importFile(line.replace("-02", "-03").getBytes(UTF_8));
    assertThat(told.get("added").asInt()).as(told.toString()).isEqualTo(1);
  }

  @Test
  void whoever_is_of_another_kind_gets_no_names_of_a_line() throws Exception {
    String wikidata = Names.fresh();
    names.importFile(line(wikidata, "\"de\":\"Elena Warga\""));
    JsonNode told =
        names.importFile(
            "{\"kind\":\"organisation\",\"names\":[{\"text\":\"Office\"}],\"ids\":{\"wikidata\":\"%s\"}}"
                .formatted(wikidata)
                .getBytes(UTF_8));
    assertThat(told.get("refused").asInt()).as(told.toString()).isEqualTo(1);
    assertThat(told.get("refusals").get(0).get("field").asText()).isEqualTo("kind");
    assertThat(names.find(wikidata).get("names").findValuesAsText("text")).doesNotContain("Office");
  }

  @Test
  void who_has_not_seen_the_newest_state_changes_nothing() throws Exception {
    String id = names.create("Varga", Names.fresh());
    String seen = names.get("authorities/" + id).headers().firstValue("ETag").orElseThrow();
    assertThat(names.put(id, "", "Warga").statusCode()).isEqualTo(428);
    assertThat(names.put(id, seen, "Warga").statusCode()).isEqualTo(200);
    HttpResponse<String> late = names.put(id, seen, "Barga");
    assertThat(late.statusCode()).isEqualTo(412);
    assertThat(late.body()).contains("VERSION_CHANGED");
    assertThat(names.get("authorities/" + id).body()).contains("Warga").doesNotContain("Barga");
    assertThat(names.journal(id))
        .containsExactly("CreateAuthority 1 archivist", "CorrectAuthority 2 archivist");
  }

  @Test
  void an_identifier_belongs_to_one() throws Exception {
    String wikidata = Names.fresh();
    names.create("Varga", wikidata);
    HttpResponse<String> second = names.post(Names.record("Another", wikidata));
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("ids.wikidata", wikidata);
  }

  @Test
  void the_list_is_paged_by_key_and_narrowed_by_kind() throws Exception {
    for (int i = 0; i < 3; i++) {
      names.importFile(
          "{\"kind\":\"place\",\"names\":[{\"text\":\"Arntal\"}],\"ids\":{\"wikidata\":\"%s\"}}"
              .formatted(Names.fresh())
              .getBytes(UTF_8));
    }
    List<String> ids = new ArrayList<>();
    String next = "/api/v1/authorities?kind=place&limit=2";
    while (!next.isEmpty()) {
      HttpResponse<String> page = names.get(next);
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      SchemaCheck.assertValid("authorities.schema.json", page.body().getBytes(UTF_8));
      JsonNode json = Names.json(page);
      assertThat(json.get("authorities").findValuesAsText("kind")).containsOnly("place");
      ids.addAll(json.get("authorities").findValuesAsText("id"));
      next = json.path("next").asText();
    }
    assertThat(ids).hasSizeGreaterThanOrEqualTo(3).doesNotHaveDuplicates().isSorted();
    for (String wrong : List.of("?limit=0", "?limit=x", "?after=x", "?kind=planet")) {
      HttpResponse<String> refused = names.get("authorities" + wrong);
      assertThat(refused.statusCode()).as(wrong).isEqualTo(400);
      assertThat(Names.json(refused).get("field").asText())
          .isEqualTo(wrong.substring(1, wrong.indexOf('=')));
    }
  }

  @Test
  void a_file_that_is_damaged_or_cut_off_is_refused_and_may_be_sent_again() throws Exception {
    byte[] file = packed(new String(line(Names.fresh(), "\"de\":\"Warga\""), UTF_8));
    byte[] damaged = file.clone();
    damaged[20] ^= 0x55;
    for (byte[] wrong : List.of(damaged, Arrays.copyOf(file, file.length - 12))) {
      HttpResponse<String> answer = names.sendFile(wrong);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      SchemaCheck.assertValid("problem.schema.json", answer.body().getBytes(UTF_8));
    }
    assertThat(names.importFile(file).get("added").asInt()).isEqualTo(1);
  }

  @Test
  void a_real_collection_is_taken_in_whole_in_little_memory_and_only_once() throws Exception {
    Path file = CORPUS.resolve("names-wikidata.ndjson.gz");
    assumeTrue(Files.exists(file), "the collection is not here");
    long begin = System.nanoTime();
    JsonNode told = names.importFile(Files.readAllBytes(file));
    long took = (System.nanoTime() - begin) / 1_000_000;
    assertThat(told.get("added").asInt() + told.get("unchanged").asInt())
        .as(told.toString())
        .isEqualTo(26_669);
    assertThat(told.get("refusals").get(0).get("field").asText()).isEqualTo("ids.viaf");
    assertThat(took).as("milliseconds").isLessThan(120_000);
    JsonNode again = names.importFile(Files.readAllBytes(file));
    assertThat(again.get("unchanged").asInt()).as(again.toString()).isEqualTo(26_669);
    JsonNode heads =
        names.importFile(Files.readAllBytes(CORPUS.resolve("names-heads-of-state.ndjson")));
    assertThat(heads.get("refused").asInt()).as(heads.toString()).isZero();
    System.out.printf("26,670 names taken in: %d ms%n", took);
  }

  private static byte[] line(String wikidata, String byLanguage) {
    return "{\"wikidata\":\"%s\",\"name\":\"Elena Varga\",\"names\":{%s},\"ids\":{}}\n"
        .formatted(wikidata, byLanguage)
        .getBytes(UTF_8);
  }

  private static byte[] packed(String text) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
