package communique.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended: the values by which its last hit was sorted. Clients hand it back as an
 * opaque text.
 *
 * @param score as Elasticsearch gave it
 * @param dated the day under which the hit is filed
 * @param edition the id of its document
 */
record PageToken(double score, LocalDate dated, String edition) {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private static final Pattern EDITION = Pattern.compile("[0-9a-f-]{36}_[A-Za-z0-9-]{2,35}");
  private static final int LONGEST = 300;

  PageToken {
    boolean holds =
        Double.isFinite(score)
            && score >= 0
            && dated.getYear() >= 0
            && dated.getYear() <= 9999
            && EDITION.matcher(edition).matches();
    if (!holds) {
      throw new IllegalArgumentException("no hit is sorted by such values");
    }
  }

  /** The token of a hit. */
  static PageToken of(List<FieldValue> sort) {
    return new PageToken(
        sort.get(0).doubleValue(),
        LocalDate.parse(sort.get(1).stringValue()),
        sort.get(2).stringValue());
  }

  /**
   * Reads a token.
   *
   * @throws Refusal BAD_FORMAT on {@code after} when it is none
   */
  static PageToken read(String text) {
    if (text.length() > LONGEST) {
      throw refusal(text, null);
    }
    try (JsonReader reader =
        READERS.createReader(new ByteArrayInputStream(Base64.getUrlDecoder().decode(text)))) {
      JsonArray values = reader.readArray();
      if (values.size() == 3
          && values.get(0) instanceof JsonNumber score
          && values.get(1) instanceof JsonString dated
          && values.get(2) instanceof JsonString edition) {
        return new PageToken(
            score.doubleValue(), LocalDate.parse(dated.getString()), edition.getString());
      }
      throw refusal(text, null);
    } catch (IllegalArgumentException | JsonException | DateTimeParseException e) {
      throw refusal(text, e);
    }
  }

  /** The text to hand to clients. */
  String text() {
    String json =
        JSON.createArrayBuilder().add(score).add(dated.toString()).add(edition).build().toString();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  /** The values as Elasticsearch wants them back. */
  List<FieldValue> sort() {
    return List.of(FieldValue.of(score), FieldValue.of(dated.toString()), FieldValue.of(edition));
  }

  private static Refusal refusal(String text, @Nullable Throwable cause) {
    return new Refusal(
        Reason.BAD_FORMAT, "after", "must be the next of a page of this search", text, cause);
  }
}
