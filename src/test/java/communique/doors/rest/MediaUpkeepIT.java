package communique.doors.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is damaged is reported, what nobody uses is dropped, and nothing else. */
@ExtendWith(RunningSystem.Shared.class)
class MediaUpkeepIT {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  private final RunningSystem system;
  private final MediaClient media;

  MediaUpkeepIT(RunningSystem system) {
    this.system = system;
    this.media = new MediaClient(system);
  }

  @Test
  void a_damaged_and_a_missing_file_are_reported_until_they_are_whole_again() throws Exception {
    byte[] damaged = Pictures.png(61, 31);
    byte[] missing = Pictures.png(62, 31);
    media.upload("xv-depositor", "image/png", damaged);
    media.upload("xv-depositor", "image/png", missing);
    String damagedAt = MediaOverRestIT.sha256(damaged);
    String missingAt = MediaOverRestIT.sha256(missing);
    Files.writeString(place(damagedAt), "something else");
    Files.delete(place(missingAt));
    String report = check();
    assertThat(report)
        .contains("{\"sha256\":\"" + damagedAt + "\",\"fault\":\"damaged\"")
        .contains("{\"sha256\":\"" + missingAt + "\",\"fault\":\"missing\"");
    Files.write(place(damagedAt), damaged);
    Files.write(place(missingAt), missing);
    assertThat(check()).doesNotContain(damagedAt).doesNotContain(missingAt);
  }

  @Test
  void only_an_administrator_may_ask_for_a_check_or_see_what_it_found() throws Exception {
    HttpResponse<String> asked =
        media.send("archivist", media.request("media-check", BodyPublishers.noBody()));
    assertThat(asked.statusCode()).isEqualTo(403);
    assertThat(media.getAs("archivist", "media-check").statusCode()).isEqualTo(403);
    assertThat(media.get("media-check").statusCode()).isEqualTo(401);
  }

  @Test
  void what_no_version_shows_is_dropped_after_a_week_and_what_one_shows_is_not() throws Exception {
    byte[] unused = Pictures.png(63, 31);
    byte[] used = Pictures.png(64, 31);
    media.upload("xv-depositor", "image/png", unused);
    media.deposit(used, "");
    Path unusedAt = place(MediaOverRestIT.sha256(unused));
    Path usedAt = place(MediaOverRestIT.sha256(used));
    Path unnamedAt = place("ab".repeat(32));
    Files.createDirectories(unnamedAt.getParent());
    Files.writeString(unnamedAt, "of a deposit that was rolled back");
    Path leftover = Files.writeString(system.mediaFolder().resolve("incoming/leftover"), "half");
    Path receiving = Files.writeString(system.mediaFolder().resolve("incoming/receiving"), "half");
    for (Path each : new Path[] {unusedAt, usedAt, unnamedAt, leftover}) {
      Files.setLastModifiedTime(each, LONG_AGO);
    }
    sql("update media set stored_at = stored_at - interval '8 days'");
    sweep();
    // It is left alone for as long as smaller pictures are made of it.
    for (int i = 0; i < 30 && Files.exists(unusedAt); i++) {
      sweep();
    }
    assertThat(unusedAt).doesNotExist();
    assertThat(unnamedAt).doesNotExist();
    assertThat(leftover).doesNotExist();
    assertThat(receiving).exists();
    assertThat(usedAt).exists();
    Files.delete(receiving);
    // The same bytes can be handed over again.
    assertThat(media.upload("xv-depositor", "image/png", unused).statusCode()).isEqualTo(201);
    assertThat(unusedAt).exists();
  }

  @Test
  void what_the_law_took_is_dropped_without_a_week_and_is_new_when_its_bytes_come_again()
      throws Exception {
    byte[] picture = Pictures.large();
    String sha256 = MediaOverRestIT.sha256(picture);
    String naming =
        RestClient.statement(
            "Shown again",
            "\"media\":[{\"role\":\"photo\",\"file\":{\"sha256\":\"" + sha256 + "\"}}]");
    RestClient depositor = RestClient.as("xv-depositor", system);
    assertThat(media.upload("xv-depositor", "image/png", picture).statusCode()).isEqualTo(201);
    erased(sha256);
    HttpResponse<String> named = depositor.post("briefings", naming);
    assertThat(named.statusCode()).as(named.body()).isEqualTo(400);
    assertThat(named.body()).contains("must be a file that was handed over before");
    Files.setLastModifiedTime(place(sha256), LONG_AGO);
    sweep();
    for (int i = 0; i < 30 && Files.exists(place(sha256)); i++) {
      sweep();
    }
    assertThat(place(sha256)).doesNotExist();
    for (int i = 0; i < 2; i++) {
      assertThat(media.upload("xv-depositor", "image/png", picture).statusCode()).isEqualTo(201);
      erased(sha256);
    }
    assertThat(media.upload("xv-depositor", "image/png", picture).statusCode()).isEqualTo(201);
    assertThat(depositor.post("briefings", naming).statusCode()).isEqualTo(201);
    assertThat(media.awaitRendition(sha256, "thumbnail").body()).isNotEmpty();
  }

  /** Leaves a file as an erasure does that came no further than the record. */
  private void erased(String sha256) throws Exception {
    sql("update media set erased_at = clock_timestamp() where sha256 = '" + sha256 + "'");
    sql("delete from rendition where sha256 = '" + sha256 + "'");
  }

  @Test
  void files_of_imports_are_dropped_after_a_day_unless_their_import_is_still_to_do()
      throws Exception {
    Path imports = Files.createDirectories(system.mediaFolder().resolve("imports"));
    Path brokenOff = imports.resolve(UUID.randomUUID().toString());
    Path failed = imports.resolve(job("failed"));
    Path unpacked = imports.resolve(job("cancelled") + ".tar");
    Path toDo = imports.resolve(job("running"));
    Path toDoUnpacked = imports.resolve(toDo.getFileName() + ".tar");
    Path receiving = imports.resolve(UUID.randomUUID().toString());
    Path strange = imports.resolve("notes.txt");
    for (Path each : List.of(brokenOff, failed, unpacked, toDo, toDoUnpacked, receiving, strange)) {
      Files.writeString(each, "{}");
      if (!each.equals(receiving)) {
        Files.setLastModifiedTime(each, LONG_AGO);
      }
    }
    sweep();
    assertThat(List.of(brokenOff, failed, unpacked))
        .allSatisfy(file -> assertThat(file).doesNotExist());
    assertThat(List.of(toDo, toDoUnpacked, receiving, strange))
        .allSatisfy(file -> assertThat(file).exists());
    sql("update import_job set state = 'cancelled' where owner = 'it-upkeep'");
    sweep();
    assertThat(List.of(toDo, toDoUnpacked)).allSatisfy(file -> assertThat(file).doesNotExist());
    Files.delete(receiving);
    Files.delete(strange);
  }

  @Test
  void a_node_that_was_silent_for_too_long_does_not_give_the_lease_of_another_back()
      throws Exception {
    media.upload("xv-depositor", "image/png", Pictures.png(66, 31));
    String another = "holder = '" + UUID.randomUUID() + "'";
    try (Connection silence = system.database();
        Statement statement = silence.createStatement()) {
      silence.setAutoCommit(false);
      // No node can look for files: the one that begins gets no further.
      statement.execute("lock table media in access exclusive mode");
      sql("update upkeep set asked_at = clock_timestamp() where name = 'ScrubMedia'");
      awaitScrub("leased_until is not null");
      sql("update upkeep set " + another + " where name = 'ScrubMedia'");
      silence.rollback();
    }
    // Time enough for it to come to its end, if it went on.
    Thread.sleep(3000);
    awaitScrub(another + " and leased_until is not null and asked_at is not null");
    sql("update upkeep set leased_until = null where name = 'ScrubMedia'");
    awaitScrub("leased_until is null and holder is null and asked_at is null");
  }

  private void awaitScrub(String state) throws Exception {
    for (int i = 0; i < 300; i++) {
      try (Connection database = system.database();
          Statement statement = database.createStatement();
          var rows =
              statement.executeQuery(
                  "select name from upkeep where name = 'ScrubMedia' and " + state)) {
        if (rows.next()) {
          return;
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the check of media files is not where " + state);
  }

  /** An import that no node takes over. */
  private String job(String state) throws Exception {
    String id = UUID.randomUUID().toString();
    sql(
        """
        insert into import_job (id, owner, actions, terms, form, state, size, holder, lease_until)
        values ('%s', 'it-upkeep', '', '{"offices":{}}', 'lines', '%s', 2, gen_random_uuid(),
          clock_timestamp() + interval '1 hour')"""
            .formatted(id, state));
    return id;
  }

  private String check() throws Exception {
    HttpResponse<String> asked =
        media.send("admin", media.request("media-check", BodyPublishers.noBody()));
    assertThat(asked.statusCode()).isEqualTo(202);
    String report = media.getAs("admin", "media-check").body();
    for (int i = 0; report.contains("\"waiting\":true") && i < 300; i++) {
      Thread.sleep(100);
      report = media.getAs("admin", "media-check").body();
    }
    SchemaCheck.assertValid("media-check.schema.json", report.getBytes(UTF_8));
    assertThat(report).contains("\"waiting\":false");
    return report;
  }

  private void sweep() throws Exception {
    sql("update upkeep set asked_at = clock_timestamp() where name = 'SweepMedia'");
    for (int i = 0; i < 300 && isSweeping(); i++) {
      Thread.sleep(100);
    }
    assertThat(isSweeping()).isFalse();
  }

  private boolean isSweeping() throws Exception {
    try (Connection database = system.database();
        Statement statement = database.createStatement();
        var rows =
            statement.executeQuery(
                "select asked_at is not null or coalesce(leased_until > clock_timestamp(), false)"
                    + " from upkeep where name = 'SweepMedia'")) {
      assertThat(rows.next()).isTrue();
      return rows.getBoolean(1);
    }
  }

  private void sql(String statement) throws Exception {
    try (Connection database = system.database();
        Statement update = database.createStatement()) {
      update.executeUpdate(statement);
    }
  }

  private Path place(String sha256) {
    return system
        .mediaFolder()
        .resolve(sha256.substring(0, 2))
        .resolve(sha256.substring(2, 4))
        .resolve(sha256);
  }
}
