package communique.briefing;

import org.jspecify.annotations.Nullable;

/**
 * A place that a version is about or comes from, as it is spelled there.
 *
 * @param name at most 300 characters
 * @param country ISO 3166-1 alpha-2, where the sender knows it
 */
public record Place(String name, @Nullable String country) {

  /**
   * @throws Refusal when a rule of the fields is broken
   */
  public Place {
    Text.required("name", name, 300);
    if (country != null && !country.matches("[A-Z]{2}")) {
      throw new Refusal(
          Reason.BAD_FORMAT, "country", "must be two capital letters (ISO 3166-1)", country);
    }
  }
}
