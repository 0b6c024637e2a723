package communique.doors.imports;

import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.EventStream;
import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many who watch imports at once. */
@ExtendWith(RunningSystem.Shared.class)
class ImportFollowersIT {
  private static final String TERMS = "?office=XV-PRES&kind=release";
  private static final String LINE =
      "{\"source\":\"%s\",\"id\":\"1\",\"lang\":\"en\",\"body\":\"Words.\"}";

  private static final int MOST_FOLLOWERS = 50;

  private final RunningSystem system;
  private final Importer importer;
  private final String run = UUID.randomUUID().toString();

  ImportFollowersIT(RunningSystem system) {
    this.system = system;
    this.importer = new Importer(system, "xv-depositor");
  }

  @Test
  void fifty_may_watch_imports_one_more_is_to_come_back_and_may_when_another_has_left()
      throws Exception {
    String address = running();
    List<EventStream> followers = new ArrayList<>();
    try {
      while (followers.size() < MOST_FOLLOWERS) {
        followers.add(admitted(address));
      }
      followers.get(0).await("data:", 5);
      followers.get(0).await("data:", 5);
      try (EventStream refused = follow(address)) {
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(refused.header("Retry-After")).matches("[1-9][0-9]*");
        SchemaCheck.assertValid("problem.schema.json", refused.refusal());
      }
      followers.remove(0).close();
      followers.add(admitted(address));
    } finally {
      importer.send(importer.request(address).DELETE().build());
      for (EventStream each : followers) {
        each.close();
      }
    }
  }

  private EventStream admitted(String address) throws Exception {
    Instant end = Instant.now().plusSeconds(30);
    EventStream follower = follow(address);
    while (follower.status() == 503 && Instant.now().isBefore(end)) {
      follower.close();
      Thread.sleep(200);
      follower = follow(address);
    }
    assertThat(follower.status()).isEqualTo(200);
    return follower;
  }

  private EventStream follow(String address) throws Exception {
    return EventStream.open(system, importer.request(address + "/events").build());
  }

  /** The address of an import that some other node seems to be at. */
  private String running() throws Exception {
    String done =
        importer.begin(TERMS, "application/x-ndjson", BodyPublishers.ofString(LINE.formatted(run)));
    importer.over(done);
    String id =
        importer
            .rows(
                """
                insert into import_job (id, owner, actions, terms, form, state, size, holder, lease_until)
                select gen_random_uuid(), owner, actions, terms, form, 'running', size,
                  gen_random_uuid(), clock_timestamp() + interval '1 hour'
                from import_job where id = '%s' returning id"""
                    .formatted(id(done)))
            .get(0);
    return "/api/v1/imports/" + id;
  }

  private static String id(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }
}
