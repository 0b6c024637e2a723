package communique.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import communique.briefing.QueryMark;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the values by which its last hit was sorted. Clients hand it back as an
 * opaque text.
 *
 * @param order of the page
 * @param score as Elasticsearch gave it; 0 when the page is not ordered by it
 * @param filed the day or instant by which the hit is sorted
 * @param briefing that was found
 * @param complete how many of all that was found hold all words, when there are some that hold most
 *     of them; else absent
 * @param search the mark of the search; absent from tokens that were given before there were marks
 */
record PageToken(
    Order order,
    double score,
    String filed,
    UUID briefing,
    @Nullable Long complete,
    @Nullable String search) {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private static final int LONGEST = 300;
  private static final int A_DAY = 10;
  private static final int LONGEST_INSTANT = 24;

  PageToken {
    boolean holds =
        Double.isFinite(score)
            && score >= 0
            && isFiled(filed, order)
            && (complete == null || complete >= 0)
            && (search == null || QueryMark.isOne(search));
    if (!holds) {
      throw new IllegalArgumentException("no hit is sorted by such values");
    }
  }

  private static boolean isFiled(String text, Order order) {
    try {
      return order != Order.CHANGED
          ? text.length() == A_DAY && LocalDate.parse(text).getYear() >= 0
          : Instant.parse(text).toString().length() <= LONGEST_INSTANT;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** The token of a hit of a search. */
  static PageToken of(Order order, List<FieldValue> sort, @Nullable Long complete, String search) {
    int last = sort.size() - 1;
    return new PageToken(
        order,
        order == Order.RELEVANCE ? sort.get(0).doubleValue() : 0,
        sort.get(last - 1).stringValue(),
        UUID.fromString(sort.get(last).stringValue()),
        complete,
        search);
  }

  /**
   * Reads a token.
   *
   * @param search the mark of the search that it is sent with
   * @throws Refusal BAD_FORMAT on {@code after} when it is none of this order, or of another search
   */
  static PageToken read(String text, Order order, String search) {
    PageToken token = read(text, order);
    if (token.search != null && !token.search.equals(search)) {
      throw refusal(text, null);
    }
    return token;
  }

  private static PageToken read(String text, Order order) {
    if (text.length() > LONGEST) {
      throw refusal(text, null);
    }
    try (JsonReader reader =
        READERS.createReader(new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
      JsonArray values = reader.readArray();
      if (values.size() >= 4
          && values.size() <= 6
          && values.get(0) instanceof JsonString of
          && of.getString().equals(order.code())
          && values.get(1) instanceof JsonNumber score
          && values.get(2) instanceof JsonString filed
          && values.get(3) instanceof JsonString briefing) {
        boolean marked = values.get(values.size() - 1) instanceof JsonString && values.size() > 4;
        int numbers = values.size() - (marked ? 1 : 0);
        return new PageToken(
            order,
            score.doubleValue(),
            filed.getString(),
            UUID.fromString(briefing.getString()),
            numbers == 4 ? null : values.getJsonNumber(numbers - 1).longValueExact(),
            marked ? values.getString(values.size() - 1) : null);
      }
      throw refusal(text, null);
    } catch (IllegalArgumentException
        | ArithmeticException
        | ClassCastException
        | JsonException e) {
      throw refusal(text, e);
    }
  }

  /** The text to hand to clients. */
  String text() {
    JsonArrayBuilder values =
        JSON.createArrayBuilder().add(order.code()).add(score).add(filed).add(briefing.toString());
    if (complete != null) {
      values.add(complete);
    }
    if (search != null) {
      values.add(search);
    }
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(values.build().toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The values as Elasticsearch wants them back. */
  List<FieldValue> sort() {
    List<FieldValue> values = new ArrayList<>();
    if (order == Order.RELEVANCE) {
      values.add(FieldValue.of(score));
    }
    values.add(FieldValue.of(filed));
    values.add(FieldValue.of(briefing.toString()));
    return values;
  }

  private static Refusal refusal(String text, @Nullable Throwable cause) {
    return new Refusal(
        Reason.BAD_FORMAT, "after", "must be the next of a page of this search", text, cause);
  }
}
