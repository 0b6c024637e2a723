package communique.briefing;

import java.time.Instant;

/**
 * What an account wants to look for again.
 *
 * @param name that the account knows it by, 1 to 100 characters
 * @param search the parameters as they stand in an address, at most 4,000 characters
 * @param savedAt when it was saved first
 * @param seenAt when its finds were looked at last
 */
public record SavedSearch(String name, String search, Instant savedAt, Instant seenAt) {
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_SEARCH = 4000;

  /**
   * @throws Refusal naming the field when a rule is broken
   */
  public SavedSearch {
    Text.required("name", name, LONGEST_NAME);
    Text.required("search", search, LONGEST_SEARCH);
  }
}
