package communique.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.JsonData;
import communique.briefing.index.IndexGeneration;
import communique.journal.index.RefusedDocuments;
import communique.search.server.ElasticsearchNodes;
import communique.search.server.SearchServer;
import communique.search.server.Shelf;
import communique.support.RunningSystem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Writing into the indices that the archive has made. */
@ExtendWith(RunningSystem.Shared.class)
class BulkWriterIT {
  private final RunningSystem system;

  BulkWriterIT(RunningSystem system) {
    this.system = system;
  }

  @Test
  void what_comes_late_changes_nothing() throws Exception {
    UUID id = UUID.randomUUID();
    try (ElasticsearchClient client = client()) {
      write(client, id, Optional.of(document("second")), 20);
      write(client, id, Optional.of(document("first")), 10);
      write(client, id, Optional.empty(), 15);
      assertThat(reference(client, id)).isEqualTo("second");

      write(client, id, Optional.empty(), 30);
      write(client, id, Optional.of(document("second")), 25);
      assertThat(exists(client, id)).isFalse();
    }
  }

  @Test
  void a_document_that_is_refused_does_not_stop_the_others() throws Exception {
    UUID refused = UUID.randomUUID();
    UUID taken = UUID.randomUUID();
    try (ElasticsearchClient client = client()) {
      BulkWriter writer = BulkWriter.of(client, serving());
      JsonObject unknown = Json.createObjectBuilder().add("no-such-field", "x").build();
      writer.write(Shelf.RESTRICTED, refused, Optional.of(unknown), 1);
      writer.write(Shelf.RESTRICTED, taken, Optional.of(document("x")), 2);
      writer.flush();

      assertThat(writer.refused()).hasSize(1);
      assertThat(writer.refused().get(0).error()).contains("no-such-field");
      assertThat(writer.taken()).containsExactly(new RefusedDocuments.Key(taken, false));
      assertThat(exists(client, refused)).isFalse();
      assertThat(exists(client, taken)).isTrue();
      write(client, taken, Optional.empty(), 3);
    }
  }

  @Test
  void where_a_document_is_refused_the_one_before_is_gone_until_another_is_taken_in()
      throws Exception {
    UUID id = UUID.randomUUID();
    try (ElasticsearchClient client = client()) {
      write(client, id, Optional.of(document("erased since")), 1);
      BulkWriter writer = BulkWriter.of(client, serving());
      JsonObject unknown = Json.createObjectBuilder().add("no-such-field", "x").build();
      writer.write(Shelf.RESTRICTED, id, Optional.of(unknown), 2);
      writer.flush();
      assertThat(writer.refused()).hasSize(1);
      assertThat(writer.taken()).isEmpty();
      assertThat(exists(client, id)).isFalse();

      BulkWriter again = BulkWriter.again(client, serving());
      again.write(Shelf.RESTRICTED, id, Optional.of(document("mended")), 2);
      again.flush();
      assertThat(again.taken()).hasSize(1);
      assertThat(reference(client, id)).isEqualTo("mended");
      write(client, id, Optional.empty(), 3);
    }
  }

  @Test
  void more_than_is_sent_at_once_is_taken_in_whole() throws Exception {
    JsonObject large =
        Json.createObjectBuilder(document("large"))
            .add(
                "shown",
                Json.createArrayBuilder()
                    .add(Json.createObjectBuilder().add("lead", "Größe ".repeat(100_000))))
            .build();
    List<UUID> all = Stream.generate(UUID::randomUUID).limit(20).toList();
    try (ElasticsearchClient client = client()) {
      BulkWriter writer = BulkWriter.of(client, serving());
      for (UUID id : all) {
        writer.write(Shelf.RESTRICTED, id, Optional.of(large), 1);
      }
      writer.flush();
      assertThat(writer.taken()).hasSize(all.size());
      for (UUID id : all) {
        assertThat(reference(client, id)).isEqualTo("large");
        write(client, id, Optional.empty(), 2);
      }
    }
  }

  @Test
  void what_is_for_an_index_that_was_lost_is_passed_over() throws Exception {
    UUID id = UUID.randomUUID();
    try (ElasticsearchClient client = client()) {
      Target target = new Target(serving().generation(), Set.of(Shelf.PUBLIC));
      BulkWriter writer = BulkWriter.of(client, target);
      writer.write(Shelf.RESTRICTED, id, Optional.of(document("x")), 1);
      writer.flush();
      assertThat(writer.taken()).isEmpty();
      assertThat(exists(client, id)).isFalse();
    }
  }

  private void write(
      ElasticsearchClient client, UUID id, Optional<JsonObject> document, long position)
      throws Exception {
    BulkWriter writer = BulkWriter.of(client, serving());
    writer.write(Shelf.RESTRICTED, id, document, position);
    writer.flush();
  }

  private Target serving() throws Exception {
    return new Target(generation(), EnumSet.allOf(Shelf.class));
  }

  private IndexGeneration generation() throws Exception {
    return new IndexGeneration(
        UUID.randomUUID(),
        Shelf.SCHEMA,
        new IndexKeeper(system).serving(),
        null,
        IndexGeneration.State.SERVING,
        null,
        Instant.now(),
        null,
        new IndexGeneration.Fill(0, 0, null, null),
        null);
  }

  private static JsonObject document(String reference) {
    return Json.createObjectBuilder().add("reference", reference).build();
  }

  private static String reference(ElasticsearchClient client, UUID id) throws IOException {
    JsonData source =
        client
            .get(get -> get.index(Shelf.RESTRICTED.searchedAs()).id(id.toString()), JsonData.class)
            .source();
    return source == null ? "" : source.toJson().asJsonObject().getString("reference");
  }

  private static boolean exists(ElasticsearchClient client, UUID id) throws IOException {
    return client
        .exists(exists -> exists.index(Shelf.RESTRICTED.searchedAs()).id(id.toString()))
        .value();
  }

  private ElasticsearchClient client() {
    return SearchServer.client(
        new ElasticsearchNodes(
            List.of(system.searchUri()), List.of(), task -> new Thread(task).start()));
  }
}
