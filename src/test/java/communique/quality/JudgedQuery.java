package communique.quality;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A query, and what of the collection answers it.
 *
 * @param half {@code tuning} or {@code held-out}: what is kept apart while the search is tuned
 * @param type how it is asked, from a known item to a misspelt word
 * @param language in which it is asked (BCP 47)
 * @param relevant grades by item, as source and id with a slash between: 3 what is looked for, 2
 *     relevant, 1 marginal
 */
record JudgedQuery(
    String id,
    String half,
    String type,
    String language,
    String query,
    Map<String, Integer> relevant) {
  private static final String PLACE = "/communique/quality/queries.json";

  static List<JudgedQuery> all() throws IOException {
    try (InputStream file = JudgedQuery.class.getResourceAsStream(PLACE)) {
      return new ObjectMapper()
          .readValue(Objects.requireNonNull(file, PLACE), new TypeReference<>() {});
    }
  }
}
