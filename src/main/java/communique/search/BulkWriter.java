package communique.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends documents many at a time. A document's version is the position of the journal from which it
 * was made, so that what comes late or twice changes nothing.
 */
final class BulkWriter {
  private static final System.Logger LOG = System.getLogger(BulkWriter.class.getName());
  private static final long BYTES_AT_ONCE = 4_000_000;
  private static final Time PATIENCE = Time.of(time -> time.time("5s"));
  private static final int NOT_FOUND = 404;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private final ElasticsearchClient client;
  private final List<BulkOperation> operations = new ArrayList<>();
  private final List<Long> positions = new ArrayList<>();
  private long bytes;
  private int refused;

  BulkWriter(ElasticsearchClient client) {
    this.client = client;
  }

  /** Puts a document in place of an older one, or takes it out when there is none any more. */
  void write(Shelf shelf, String id, Optional<JsonObject> document, long position) {
    operations.add(
        document
            .map(found -> put(shelf, id, found, position))
            .orElseGet(() -> remove(shelf, id, position)));
    positions.add(position);
  }

  private static BulkOperation put(Shelf shelf, String id, JsonObject document, long position) {
    return BulkOperation.of(
        operation ->
            operation.index(
                put ->
                    put.index(shelf.writtenAs())
                        .id(id)
                        .version(position)
                        .versionType(VersionType.External)
                        .document(document)));
  }

  private static BulkOperation remove(Shelf shelf, String id, long position) {
    return BulkOperation.of(
        operation ->
            operation.delete(
                remove ->
                    remove
                        .index(shelf.writtenAs())
                        .id(id)
                        .version(position)
                        .versionType(VersionType.External)));
  }

  /**
   * Sends what has become too much to keep.
   *
   * @param added about how many bytes were added since the last call
   */
  void flushWhenFull(int added) throws IOException {
    bytes += added;
    if (bytes > BYTES_AT_ONCE) {
      flush();
    }
  }

  /**
   * Sends the rest. A document that Elasticsearch refuses is logged and passed over; it is found
   * again when the index is next filled from the record.
   *
   * @throws IOException when Elasticsearch does not answer or cannot take in anything at present
   */
  void flush() throws IOException {
    if (!operations.isEmpty()) {
      List<BulkResponseItem> items =
          client
              .bulk(bulk -> bulk.requireAlias(true).timeout(PATIENCE).operations(operations))
              .items();
      for (int i = 0; i < items.size(); i++) {
        check(items.get(i), positions.get(i));
      }
    }
    operations.clear();
    positions.clear();
    bytes = 0;
  }

  private void check(BulkResponseItem item, long position) throws IOException {
    ErrorCause error = item.error();
    if (error == null || item.status() == CONFLICT) {
      return;
    }
    String failure = item.index() + "/" + item.id() + ": " + error.type() + ": " + error.reason();
    boolean passing =
        item.status() == NOT_FOUND
            || item.status() == TOO_MANY_REQUESTS
            || item.status() >= SERVER_ERROR;
    if (passing) {
      throw new IOException("cannot be indexed at present: " + failure);
    }
    refused++;
    LOG.log(
        System.Logger.Level.ERROR,
        "journal position {0} is not in the search index, {1} refused in this run: {2}",
        Long.toString(position),
        refused,
        failure);
  }
}
