package communique.doors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import communique.briefing.Digest;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Accounts and tokens as those who keep them meet them. */
@ExtendWith(RunningSystem.Shared.class)
final class TokensIT {
  private static final String PASSWORD = "a password for tests";

  private static final String LATER = "\"embargo\":\"2099-01-01T00:00:00Z\",";
  private static final String PAST = "\"embargo\":\"2020-01-01T00:00:00Z\",";
  private static final String SAID =
      "\"headline\":\"It\",\"body\":[{\"type\":\"paragraph\",\"text\":[{\"text\":\"It was said.\"}]}]}";

  private final RunningSystem system;
  private final Api api;

  TokensIT(RunningSystem system) {
    this.system = system;
    this.api = new Api(system);
  }

  @Test
  void a_token_logs_in_until_it_is_revoked_and_not_once_more() throws Exception {
    String owner = api.account("archivist");
    HttpResponse<String> answer =
        api.send(owner, "POST", "tokens", "{\"name\":\"night run\",\"actions\":[\"read\"]}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    SchemaCheck.assertValid("issued-token.schema.json", answer.body().getBytes(UTF_8));
    JsonNode issued = new ObjectMapper().readTree(answer.body());
    String token = Api.bearer(issued.get("secret").asText());
    String id = issued.get("id").asText();

    assertThat(api.send(token, "GET", "briefings", "").statusCode()).isEqualTo(200);
    HttpResponse<String> listed = api.send(owner, "GET", "tokens?limit=100", "");
    SchemaCheck.assertValid("tokens.schema.json", listed.body().getBytes(UTF_8));
    assertThat(listed.body()).contains(id).contains("lastUsedOn").doesNotContain("cmq_");

    assertThat(api.send(owner, "DELETE", "tokens/" + id, "").statusCode()).isEqualTo(204);
    HttpResponse<String> late = api.send(token, "GET", "briefings", "");
    assertThat(late.statusCode()).isEqualTo(401);
    assertThat(late.headers().allValues("WWW-Authenticate"))
        .anyMatch(challenge -> challenge.startsWith("Bearer"));
    assertThat(api.send(owner, "DELETE", "tokens/" + id, "").statusCode()).isEqualTo(204);
  }

  @Test
  void a_token_neither_multiplies_nor_goes_beyond_its_account() throws Exception {
    String token = token("xv-depositor", "\"read\",\"deposit\"", "");
    assertProblem(
        api.send(token, "POST", "tokens", "{\"name\":\"x\",\"actions\":[\"read\"]}"), 403);
    assertProblem(api.send(token, "GET", "tokens", ""), 403);
    String owner = api.account("xv-depositor");
    assertProblem(
        api.send(owner, "POST", "tokens", "{\"name\":\"x\",\"actions\":[\"administer\"]}"), 403);
    assertProblem(
        api.send(
            owner,
            "POST",
            "tokens",
            "{\"name\":\"x\",\"actions\":[\"read\"],\"offices\":[\"KR-PRES\"]}"),
        403);
    assertProblem(
        api.send(
            owner,
            "POST",
            "tokens",
            "{\"name\":\"x\",\"actions\":[\"read\"],\"expiresAt\":\"2020-01-01T00:00:00Z\"}"),
        400);
    assertProblem(api.send(owner, "POST", "tokens", "{\"name\":\"x\",\"actions\":[\"fly\"]}"), 400);
    assertProblem(api.send(owner, "POST", "tokens", "{\"name\":\"x\",\"more\":1}"), 400);
    assertProblem(api.send(owner, "POST", "tokens", "[]"), 400);
    assertProblem(api.send(owner, "POST", "tokens", "{\"name\":\"" + "x".repeat(70_000)), 413);
  }

  @Test
  void what_is_no_token_is_refused_and_a_token_is_not_accepted_where_others_can_listen()
      throws Exception {
    assertProblem(api.send(Api.bearer("cmq_x"), "GET", "briefings", ""), 401);
    assertProblem(api.send(Api.bearer("cmq_" + "A".repeat(43)), "GET", "briefings", ""), 401);
    assertProblem(api.send("Digest x", "GET", "briefings", ""), 401);
  }

  @Test
  void a_changed_account_counts_from_the_next_request_on() throws Exception {
    String admin = api.account("admin");
    put("it-changing", "\"role\":\"archivist\",\"password\":\"" + PASSWORD + "\"");
    String before = Api.basic("it-changing", PASSWORD);
    String token = token("it-changing", "\"read\"", "");
    assertThat(api.send(before, "GET", "tokens", "").statusCode()).isEqualTo(200);

    put("it-changing", "\"role\":\"archivist\",\"password\":\"another " + PASSWORD + "\"");
    assertProblem(api.send(before, "GET", "tokens", ""), 401);
    String after = Api.basic("it-changing", "another " + PASSWORD);
    assertThat(api.send(after, "GET", "tokens", "").statusCode()).isEqualTo(200);

    put("it-changing", "\"role\":\"archivist\",\"closed\":true");
    assertProblem(api.send(after, "GET", "tokens", ""), 401);
    assertProblem(api.send(token, "GET", "briefings", ""), 401);
    HttpResponse<String> listed = api.send(admin, "GET", "accounts?limit=100", "");
    SchemaCheck.assertValid("accounts.schema.json", listed.body().getBytes(UTF_8));
    assertThat(listed.body()).contains("it-changing").doesNotContain("pbkdf2");
  }

  @Test
  void who_wants_a_new_account_does_not_change_one_that_is_there() throws Exception {
    RestClient admin = RestClient.as("admin", system);
    String name = "accounts/it-new-" + UUID.randomUUID();
    String archivist = "{\"role\":\"archivist\"}";
    HttpResponse<String> made = admin.send("PUT", name, archivist, "If-None-Match", "*");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    HttpResponse<String> again =
        admin.send("PUT", name, "{\"role\":\"reader\"}", "If-None-Match", "*");
    assertProblem(again, 412);
    String accounts = admin.get("accounts?limit=100&after=it-new-").body();
    assertThat(accounts).contains(name.substring(9) + "\",\"role\":\"archivist\"");
    HttpResponse<String> changed = admin.send("PUT", name, archivist);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(admin.send("PUT", name, archivist, "If-None-Match", tag(changed)).statusCode())
        .isEqualTo(200);
  }

  // Whatever was answered, it has no body of its own that could be known already.
  private static String tag(HttpResponse<String> answer) {
    assertThat(answer.headers().firstValue("ETag")).isEmpty();
    return "\"" + Digest.of(answer.body().getBytes(UTF_8)) + "\"";
  }

  @Test
  void a_list_goes_on_where_its_page_ended() throws Exception {
    String admin = api.account("admin");
    JsonNode first =
        new ObjectMapper().readTree(api.send(admin, "GET", "accounts?limit=2", "").body());
    assertThat(first.get("accounts")).hasSize(2);
    String next = first.get("next").asText().replace("/api/v1/", "");
    JsonNode second = new ObjectMapper().readTree(api.send(admin, "GET", next, "").body());
    assertThat(second.at("/accounts/0/name").asText())
        .isGreaterThan(first.at("/accounts/1/name").asText());
  }

  @Test
  void an_administrator_does_not_lock_itself_out() throws Exception {
    String admin = api.account("admin");
    assertProblem(
        api.send(admin, "PUT", "accounts/admin", "{\"role\":\"administrator\",\"closed\":true}"),
        403);
    assertProblem(api.send(admin, "PUT", "accounts/admin", "{\"role\":\"reader\"}"), 403);
    assertProblem(
        api.send(
            admin, "PUT", "accounts/it-x", "{\"role\":\"depositor\",\"offices\":[\"ZZ-NONE\"]}"),
        400);
    assertProblem(
        api.send(admin, "PUT", "accounts/it-x", "{\"role\":\"reader\",\"password\":\"short\"}"),
        400);
  }

  @Test
  void all_that_is_wrong_is_told_at_once_but_never_a_password() throws Exception {
    String admin = api.account("admin");
    HttpResponse<String> account =
        api.send(
            admin,
            "PUT",
            "accounts/it-x",
            "{\"role\":\"king\",\"offices\":[\"nowhere\"],\"password\":[\"" + PASSWORD + "\"]}");
    assertProblem(account, 400);
    assertThat(account.body()).contains("king", "offices[0]", "password").doesNotContain(PASSWORD);
    HttpResponse<String> token =
        api.send(admin, "POST", "tokens", "{\"actions\":[\"fly\"],\"expiresAt\":\"soon\"}");
    assertProblem(token, 400);
    assertThat(token.body())
        .contains("\"name\"", "actions[0]", "expiresAt")
        .doesNotContain("at least one");
  }

  @Test
  void what_is_left_out_grants_more_so_that_null_and_an_empty_list_are_not_taken_for_it()
      throws Exception {
    String admin = api.account("admin");
    String token = "{\"name\":\"x\",\"actions\":[\"read\"],\"offices\":%s}";
    assertProblem(api.send(admin, "POST", "tokens", token.formatted("null")), 400);
    assertProblem(api.send(admin, "POST", "tokens", token.formatted("[]")), 400);
    String account = "{\"role\":\"reader\",\"closed\":null}";
    assertProblem(api.send(admin, "PUT", "accounts/it-x", account), 400);
  }

  @Test
  void guessing_a_password_ends_after_ten_wrong_ones_even_with_the_right_one() throws Exception {
    put("it-guessed", "\"role\":\"archivist\",\"password\":\"" + PASSWORD + "\"");
    for (int i = 0; i < 10; i++) {
      assertProblem(api.send(Api.basic("it-guessed", "wrong " + i), "GET", "briefings", ""), 401);
    }
    HttpResponse<String> blocked =
        api.send(Api.basic("it-guessed", PASSWORD), "GET", "briefings", "");
    assertProblem(blocked, 429);
    assertThat(blocked.headers().firstValue("Retry-After")).hasValue("300");
    assertThat(api.send("", "GET", "briefings", "").statusCode()).isEqualTo(200);
  }

  private void put(String name, String fields) throws Exception {
    HttpResponse<String> answer =
        api.send(api.account("admin"), "PUT", "accounts/" + name, "{" + fields + "}");
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
    SchemaCheck.assertValid("account.schema.json", answer.body().getBytes(UTF_8));
  }

  private String token(String account, String actions, String more) throws Exception {
    HttpResponse<String> answer =
        api.send(
            api.account("admin"),
            "POST",
            "tokens",
            "{\"account\":\"%s\",\"name\":\"it\",\"actions\":[%s]%s}"
                .formatted(account, actions, more));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return Api.bearer(new ObjectMapper().readTree(answer.body()).get("secret").asText());
  }

  private static void assertProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    SchemaCheck.assertValid("problem.schema.json", answer.body().getBytes(UTF_8));
  }

  @Test
  void a_token_without_the_right_to_embargoes_shows_nothing_that_waits() throws Exception {
    String waiting = "{\"office\":\"XV-PRES\",\"kind\":\"statement\",\"language\":\"en\"," + LATER;
    String all = token("xv-depositor", "\"read\",\"deposit\",\"correct\",\"embargo\"", "");
    String some = token("xv-depositor", "\"read\",\"deposit\",\"correct\"", "");
    HttpResponse<String> kept = api.send(some, "POST", "briefings", waiting + SAID);
    assertThat(kept.statusCode()).as("a first one may have its own: " + kept.body()).isEqualTo(201);
    JsonNode receipt = new ObjectMapper().readTree(kept.body());
    String path = "briefings/" + receipt.get("briefing").asText();
    String tag = "\"" + receipt.get("digest").asText() + "\"";
    String german = "{\"language\":\"de\",\"translation\":{\"from\":\"en\"},%s" + SAID;
    String correction = "{\"significance\":\"minor\",%s" + SAID;
    for (String embargo : new String[] {PAST, "\"embargo\":\"2098-01-01T00:00:00Z\","}) {
      assertProblem(
          api.ifMatch(tag).send(some, "PUT", path + "/en", correction.formatted(embargo)), 403);
      assertProblem(api.send(some, "POST", path + "/editions", german.formatted(embargo)), 403);
    }
    assertThat(api.send("", "GET", path, "").statusCode()).isEqualTo(404);
    // The same as before is no other.
    HttpResponse<String> same =
        api.ifMatch(tag).send(some, "PUT", path + "/en", correction.formatted(LATER));
    assertThat(same.statusCode()).as(same.body()).isEqualTo(200);
    HttpResponse<String> inherited =
        api.send(some, "POST", path + "/editions", german.formatted(""));
    assertThat(inherited.statusCode()).as(inherited.body()).isEqualTo(201);
    tag = "\"" + new ObjectMapper().readTree(same.body()).get("digest").asText() + "\"";
    HttpResponse<String> shown =
        api.ifMatch(tag).send(all, "PUT", path + "/en", correction.formatted(PAST));
    assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
    assertThat(api.send("", "GET", path + "/en", "").statusCode()).isEqualTo(200);
  }

  @Test
  void no_account_has_a_name_of_the_archive_itself_nor_offices_where_it_acts_for_all()
      throws Exception {
    String admin = api.account("admin");
    for (String name : new String[] {"archive", "index", "Archive"}) {
      HttpResponse<String> refused =
          api.send(admin, "PUT", "accounts/" + name, "{\"role\":\"reader\"}");
      assertProblem(refused, 400);
      assertThat(refused.body()).contains("\"field\":\"name\"");
    }
    for (String role : new String[] {"accredited", "archivist", "administrator"}) {
      String wanted = "{\"role\":\"%s\",\"offices\":[\"XV-PRES\"]}".formatted(role);
      HttpResponse<String> refused = api.send(admin, "PUT", "accounts/it-for-one", wanted);
      assertProblem(refused, 400);
      assertThat(refused.body()).contains("\"field\":\"offices\"");
    }
    put("it-for-one", "\"role\":\"depositor\",\"offices\":[\"XV-PRES\"]");
  }
}
