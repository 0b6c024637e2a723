package communique.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.transport.TransportException;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import communique.journal.index.RefusedDocuments;
import communique.search.server.Shelf;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Sends documents many at a time. While Elasticsearch takes in some lots, which it does side by
 * side, the next is made. A document's version is the position of the journal from which it was
 * made, so that what comes late or twice changes nothing: not even what a node sends that has lost
 * its claim to follow the journal and does not know it yet.
 *
 * <p>Where a document is refused, the one before it is taken out: what it has may have been erased,
 * recalled or corrected, and who does not find a briefing is better off than who finds that.
 */
final class BulkWriter {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonWriterFactory WRITERS = Json.createWriterFactory(Map.of());

  /** So much that the cost of a request, and of keeping it durably, is small beside it. */
  private static final int BYTES_AT_ONCE = 2_500_000;

  /** Lots under way: of one alone, Elasticsearch uses a single processor. */
  private static final int MOST_UNDER_WAY = 3;

  /** Of all that is under way; only a huge document goes beyond it, and then alone. */
  private static final int MOST_BYTES = 10_000_000;

  private static final Time PATIENCE = Time.of(time -> time.time("5s"));
  private static final int CONFLICT = 409;

  /**
   * What is wrong with a document itself, and so with no other: it is malformed, or too large. What
   * else Elasticsearch answers may pass: it has no such index or forbids to write it, is
   * overloaded, or has a fault.
   */
  private static final Set<Integer> REFUSALS = Set.of(400, 413);

  /** The one answer of this status that is not about the document. */
  private static final String CLOSED = "index_closed_exception";

  private final ElasticsearchAsyncClient client;
  private final Target target;
  private final VersionType newer;
  private final List<Operation> operations = new ArrayList<>();
  private final List<RefusedDocuments.Key> taken = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private final List<Lot> underWay = new ArrayList<>();
  private int bytes;

  private BulkWriter(ElasticsearchClient client, Target target, VersionType newer) {
    this.client = new ElasticsearchAsyncClient(client._transport(), client._transportOptions());
    this.target = target;
    this.newer = newer;
  }

  /** One that writes what is newer than what is there. */
  static BulkWriter of(ElasticsearchClient client, Target target) {
    return new BulkWriter(client, target, VersionType.External);
  }

  /**
   * One that writes what was refused before under the same position, so that nothing is there that
   * is as new.
   */
  static BulkWriter again(ElasticsearchClient client, Target target) {
    return new BulkWriter(client, target, VersionType.ExternalGte);
  }

  private record Operation(
      RefusedDocuments.Key key, long position, BulkOperation sent, int bytes) {}

  /** What is sent together, and what Elasticsearch will say to it. */
  private record Lot(List<Operation> operations, CompletableFuture<BulkResponse> answer) {
    int bytes() {
      return operations.stream().mapToInt(Operation::bytes).sum();
    }
  }

  /** A document that Elasticsearch did not take in. */
  record Refused(RefusedDocuments.Key key, long position, String error) {}

  /**
   * Puts a document in place of an older one, or takes it out when there is none any more. Begins
   * to send what has become enough, as soon as Elasticsearch has taken in some of what was sent
   * before. Passes over what is of an index that was lost.
   *
   * @throws IOException when Elasticsearch does not answer or cannot take in anything at present
   */
  void write(Shelf shelf, UUID briefing, Optional<JsonObject> document, long position)
      throws IOException {
    if (!target.shelves().contains(shelf)) {
      return;
    }
    RefusedDocuments.Key key = new RefusedDocuments.Key(briefing, shelf == Shelf.PUBLIC);
    operations.add(
        document
            .map(BulkWriter::bytes)
            .map(bytes -> new Operation(key, position, put(key, bytes, position), bytes.length))
            .orElseGet(() -> new Operation(key, position, remove(key, position, newer), 0)));
    bytes += operations.get(operations.size() - 1).bytes();
    if (bytes > BYTES_AT_ONCE) {
      sendNext();
    }
  }

  private static byte[] bytes(JsonObject document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonWriter writer = WRITERS.createWriter(bytes, StandardCharsets.UTF_8)) {
      writer.writeObject(document);
    }
    return bytes.toByteArray();
  }

  private BulkOperation put(RefusedDocuments.Key key, byte[] document, long position) {
    BinaryData made = BinaryData.of(document, ContentType.APPLICATION_JSON);
    return BulkOperation.of(
        operation ->
            operation.index(
                put ->
                    put.index(index(key))
                        .id(BriefingDocument.id(key.briefing()))
                        .version(position)
                        .versionType(newer)
                        .document(made)));
  }

  private BulkOperation remove(RefusedDocuments.Key key, long position, VersionType type) {
    return BulkOperation.of(
        operation ->
            operation.delete(
                remove ->
                    remove
                        .index(index(key))
                        .id(BriefingDocument.id(key.briefing()))
                        .version(position)
                        .versionType(type)));
  }

  private String index(RefusedDocuments.Key key) {
    return Shelf.of(key.open()).writtenAs(target.generation());
  }

  /**
   * Sends the rest, and returns when all has been taken in. A document that Elasticsearch refuses
   * holds up no other.
   *
   * @throws IOException when Elasticsearch does not answer or cannot take in anything at present
   */
  void flush() throws IOException {
    sendNext();
    while (!underWay.isEmpty()) {
      awaitAny();
    }
    removeRefused();
  }

  private void sendNext() throws IOException {
    while (!underWay.isEmpty() && !hasRoom()) {
      awaitAny();
    }
    if (!operations.isEmpty()) {
      underWay.add(begin(List.copyOf(operations)));
    }
    operations.clear();
    bytes = 0;
  }

  private boolean hasRoom() {
    return underWay.size() < MOST_UNDER_WAY
        && bytes + underWay.stream().mapToInt(Lot::bytes).sum() <= MOST_BYTES;
  }

  private void awaitAny() throws IOException {
    // How one has ended it tells by itself.
    CompletableFuture.anyOf(underWay.stream().map(Lot::answer).toArray(CompletableFuture<?>[]::new))
        .handle((answer, failure) -> underWay)
        .join();
    List<Lot> ended = underWay.stream().filter(lot -> lot.answer().isDone()).toList();
    underWay.removeAll(ended);
    for (Lot lot : ended) {
      end(lot);
    }
  }

  private void removeRefused() throws IOException {
    if (refused.isEmpty()) {
      return;
    }
    List<BulkOperation> removals =
        refused.stream()
            .map(each -> remove(each.key(), each.position(), VersionType.ExternalGte))
            .toList();
    try {
      for (BulkResponseItem item : send(removals).join().items()) {
        ErrorCause error = item.error();
        if (error != null && item.status() != CONFLICT) {
          throw new IOException("cannot be taken out at present: " + told(item, error));
        }
      }
    } catch (CompletionException e) {
      if (e.getCause() instanceof IOException away) {
        throw away;
      }
      throw e;
    }
  }

  /** Those that were taken in, or for which there is something newer already. */
  List<RefusedDocuments.Key> taken() {
    return taken;
  }

  /** Those that were not, and will not be as they are. */
  List<Refused> refused() {
    return refused;
  }

  private Lot begin(List<Operation> batch) {
    return new Lot(batch, send(batch.stream().map(Operation::sent).toList()));
  }

  private CompletableFuture<BulkResponse> send(List<BulkOperation> sent) {
    return client.bulk(bulk -> bulk.requireAlias(true).timeout(PATIENCE).operations(sent));
  }

  private void end(Lot lot) throws IOException {
    List<Operation> batch = lot.operations();
    try {
      List<BulkResponseItem> items = lot.answer().join().items();
      for (int i = 0; i < items.size(); i++) {
        sort(batch.get(i), items.get(i));
      }
    } catch (CompletionException e) {
      if (e.getCause() instanceof ElasticsearchException refusal) {
        sendInHalves(batch, refusal.status(), refusal);
      } else if (e.getCause() instanceof TransportException refusal) {
        sendInHalves(batch, refusal.statusCode(), refusal);
      } else if (e.getCause() instanceof IOException away) {
        throw away;
      } else {
        throw e;
      }
    }
  }

  // A request that is refused as a whole has a document in it that is to blame, such as a huge one.
  private <E extends Exception> void sendInHalves(List<Operation> batch, int status, E failure)
      throws E, IOException {
    if (!REFUSALS.contains(status)) {
      throw failure;
    }
    if (batch.size() == 1) {
      refuse(batch.get(0), status + ": " + failure.getMessage());
      return;
    }
    end(begin(batch.subList(0, batch.size() / 2)));
    end(begin(batch.subList(batch.size() / 2, batch.size())));
  }

  private void sort(Operation operation, BulkResponseItem item) throws IOException {
    ErrorCause error = item.error();
    if (error == null || item.status() == CONFLICT) {
      taken.add(operation.key());
      return;
    }
    if (!REFUSALS.contains(item.status()) || CLOSED.equals(error.type())) {
      throw new IOException("cannot be indexed at present: " + told(item, error));
    }
    refuse(operation, told(item, error));
  }

  private static String told(BulkResponseItem item, ErrorCause error) {
    return item.index() + "/" + item.id() + ": " + error.type() + ": " + error.reason();
  }

  private void refuse(Operation operation, String error) {
    refused.add(new Refused(operation.key(), operation.position(), error));
  }
}
