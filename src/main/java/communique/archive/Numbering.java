package communique.archive;

import communique.briefing.OfficeCode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reference codes that were given out within a transaction, and the instant of that by the
 * database's clock, in microseconds.
 */
public final class Numbering {
  private final Instant now;
  private final Map<Series, Integer> next = new HashMap<>();

  private Numbering(Instant now) {
    this.now = now;
  }

  /**
   * @param rows office, year, last number, how many, the instant; one with the instant alone when
   *     no codes were wanted
   */
  static Numbering of(List<?> rows) {
    Numbering numbering = new Numbering(((Timestamp) ((Object[]) rows.get(0))[4]).toInstant());
    for (Object each : rows) {
      Object[] row = (Object[]) each;
      if (row[0] != null) {
        int first = ((Number) row[2]).intValue() - ((Number) row[3]).intValue() + 1;
        numbering.next.put(
            new Series(new OfficeCode((String) row[0]), ((Number) row[1]).intValue()), first);
      }
    }
    return numbering;
  }

  /** The instant of acceptance. */
  public Instant now() {
    return now;
  }

  /** The next code of an office in a year. */
  public String next(OfficeCode office, int year) {
    int number = next.merge(new Series(office, year), 1, Integer::sum) - 1;
    return office.code() + "/" + digits(year, 4) + "/" + digits(number, 6);
  }

  // A format would be read anew for each.
  private static String digits(int number, int least) {
    String digits = Integer.toString(number);
    return "0".repeat(Math.max(0, least - digits.length())) + digits;
  }

  /**
   * Codes that are counted together.
   *
   * @param year in which the briefing is filed; absent: the year of the instant
   */
  public record Series(OfficeCode office, @Nullable Integer year) {}
}
