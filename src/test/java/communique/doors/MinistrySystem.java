package communique.doors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A system of the office XV-PRES that hands over, corrects and takes back over one of the doors,
 * and is told what became of it. Briefings, receipts and languages are named as texts.
 */
public interface MinistrySystem {
  Answer deposit(Text text) throws Exception;

  Answer add(String briefing, Text text) throws Exception;

  /**
   * Corrects the edition in the text's language.
   *
   * @param seen the number of the version that was corrected
   */
  Answer correct(String briefing, int seen, String significance, Text text) throws Exception;

  /**
   * Takes out of sight.
   *
   * @param language of the one edition that is meant; absent for all
   */
  Answer withdraw(String briefing, @Nullable String language, String reason, boolean titleShown)
      throws Exception;

  /**
   * Shows again.
   *
   * @param language of the one edition that is meant; absent for all
   */
  Answer reinstate(String briefing, @Nullable String language, String reason) throws Exception;

  Answer changeEmbargo(String briefing, Instant until, List<String> languages) throws Exception;

  Answer liftEmbargo(String briefing, List<String> languages) throws Exception;

  /**
   * Hands a file over.
   *
   * @param sha256 what the digest is said to be
   */
  Answer attach(String type, byte[] file, String sha256) throws Exception;

  Answer receipt(String id) throws Exception;

  /**
   * An edition of one paragraph, which says again what the headline says.
   *
   * @param more by these names: reference, embargo, translatedFrom, translatedVersion, reason;
   *     photo, the digest of a file that was handed over before
   */
  record Text(String language, String headline, Map<String, String> more) {
    static Text in(String language, String headline) {
      return new Text(language, headline, Map.of());
    }

    Text with(String name, String value) {
      Map<String, String> all = new HashMap<>(more);
      all.put(name, value);
      return new Text(language, headline, all);
    }
  }

  /**
   * What the archive has answered, in the words of REST.
   *
   * @param reason why it was refused; empty when it was not
   * @param field which of the request's fields is meant then
   * @param values the answer's fields
   */
  record Answer(String reason, String field, Map<String, String> values) {
    /** The value of a field of what was done. */
    String get(String name) {
      assertThat(reason).as(field + " " + values).isEmpty();
      assertThat(values).containsKey(name);
      return values.getOrDefault(name, "");
    }

    void mustBeRefused(String why, String where) {
      assertThat(reason + " " + field).as(values.toString()).isEqualTo(why + " " + where);
    }
  }
}
