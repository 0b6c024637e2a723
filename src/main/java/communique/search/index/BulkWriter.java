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
import communique.briefing.index.IndexGeneration;
import communique.journal.index.RefusedDocuments;
import communique.search.server.Shelf;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Sends documents many at a time. While Elasticsearch takes in two lots, which it does side by
 * side, the next is made. A document's version is the position of the journal from which it was
 * made, so that what comes late or twice changes nothing: not even what a node sends that has lost
 * its claim to follow the journal and does not know it yet.
 */
final class BulkWriter {
  /** Small enough that a step has several of them: the first is waited for, and the last. */
  private static final long BYTES_AT_ONCE = 500_000;

  /** Lots under way: of one alone, Elasticsearch uses a single processor. */
  private static final int MOST_UNDER_WAY = 2;

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
  private final IndexGeneration generation;
  private final List<Operation> operations = new ArrayList<>();
  private final List<RefusedDocuments.Key> taken = new ArrayList<>();
  private final List<Refused> refused = new ArrayList<>();
  private final Deque<Lot> underWay = new ArrayDeque<>();
  private long bytes;

  BulkWriter(ElasticsearchClient client, IndexGeneration generation) {
    this.client = new ElasticsearchAsyncClient(client._transport(), client._transportOptions());
    this.generation = generation;
  }

  private record Operation(RefusedDocuments.Key key, long position, BulkOperation sent) {}

  /** What is sent together, and what Elasticsearch will say to it. */
  private record Lot(List<Operation> operations, CompletableFuture<BulkResponse> answer) {}

  /** A document that Elasticsearch did not take in. */
  record Refused(RefusedDocuments.Key key, long position, String error) {}

  /** Puts a document in place of an older one, or takes it out when there is none any more. */
  void write(Shelf shelf, UUID briefing, Optional<JsonObject> document, long position) {
    BulkOperation sent =
        document
            .map(found -> put(shelf, briefing, found, position))
            .orElseGet(() -> remove(shelf, briefing, position));
    operations.add(
        new Operation(new RefusedDocuments.Key(briefing, shelf == Shelf.PUBLIC), position, sent));
  }

  private BulkOperation put(Shelf shelf, UUID briefing, JsonObject document, long position) {
    return BulkOperation.of(
        operation ->
            operation.index(
                put ->
                    put.index(shelf.writtenAs(generation))
                        .id(BriefingDocument.id(briefing))
                        .version(position)
                        .versionType(VersionType.External)
                        .document(document)));
  }

  private BulkOperation remove(Shelf shelf, UUID briefing, long position) {
    return BulkOperation.of(
        operation ->
            operation.delete(
                remove ->
                    remove
                        .index(shelf.writtenAs(generation))
                        .id(BriefingDocument.id(briefing))
                        .version(position)
                        .versionType(VersionType.External)));
  }

  /**
   * Begins to send what has become too much to keep, when enough of what was sent before has been
   * taken in.
   *
   * @param added about how many bytes were added since the last call
   */
  void flushWhenFull(int added) throws IOException {
    bytes += added;
    if (bytes > BYTES_AT_ONCE) {
      awaitAnswers(MOST_UNDER_WAY - 1);
      sendNext();
    }
  }

  /**
   * Sends the rest, and returns when all has been taken in. A document that Elasticsearch refuses
   * holds up no other.
   *
   * @throws IOException when Elasticsearch does not answer or cannot take in anything at present
   */
  void flush() throws IOException {
    sendNext();
    awaitAnswers(0);
  }

  private void sendNext() {
    if (!operations.isEmpty()) {
      underWay.add(begin(List.copyOf(operations)));
    }
    operations.clear();
    bytes = 0;
  }

  private void awaitAnswers(int most) throws IOException {
    while (underWay.size() > most) {
      end(underWay.remove());
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
    List<BulkOperation> sent = batch.stream().map(Operation::sent).toList();
    return new Lot(
        batch, client.bulk(bulk -> bulk.requireAlias(true).timeout(PATIENCE).operations(sent)));
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
    String failure = item.index() + "/" + item.id() + ": " + error.type() + ": " + error.reason();
    if (!REFUSALS.contains(item.status()) || CLOSED.equals(error.type())) {
      throw new IOException("cannot be indexed at present: " + failure);
    }
    refuse(operation, failure);
  }

  private void refuse(Operation operation, String error) {
    refused.add(new Refused(operation.key(), operation.position(), error));
  }
}
