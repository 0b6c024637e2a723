package communique.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.JsonData;
import co.elastic.clients.json.SimpleJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import communique.briefing.index.IndexGeneration;
import communique.journal.index.RefusedDocuments;
import communique.search.server.Shelf;
import communique.support.RunningSystem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
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
      BulkWriter writer = new BulkWriter(client, serving());
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

  private void write(
      ElasticsearchClient client, UUID id, Optional<JsonObject> document, long position)
      throws Exception {
    BulkWriter writer = new BulkWriter(client, serving());
    writer.write(Shelf.RESTRICTED, id, document, position);
    writer.flush();
  }

  private IndexGeneration serving() throws Exception {
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
    RestClient connection =
        RestClient.builder(HttpHost.create(system.searchUri().toString())).build();
    return new ElasticsearchClient(new RestClientTransport(connection, new SimpleJsonpMapper()));
  }
}
