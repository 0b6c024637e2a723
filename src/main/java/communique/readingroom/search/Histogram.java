package communique.readingroom.search;

import communique.readingroom.page.Words;
import communique.search.Facets;
import communique.search.SearchAddress;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many of the found briefings are filed under each month or, when they span more than three
 * years, under each year. Each bar leads to those under it.
 *
 * @param bars in the order of time; those without any are left out
 */
public record Histogram(List<Bar> bars) {
  private static final int MOST_MONTHS = 36;

  /** Of bars; what lies farther back is left to the form. */
  private static final int MOST = 80;

  static Histogram of(@Nullable Facets facets, SearchAddress search, Words words) {
    if (facets == null || facets.months().size() < 2) {
      return new Histogram(List.of());
    }
    Map<YearMonth, Long> months =
        facets.months().stream()
            .collect(
                Collectors.toMap(
                    count -> YearMonth.parse(count.value()),
                    Facets.Count::count,
                    Long::sum,
                    TreeMap::new));
    YearMonth first = YearMonth.parse(facets.months().get(0).value());
    YearMonth last = YearMonth.parse(facets.months().get(facets.months().size() - 1).value());
    List<Span> spans =
        first.plusMonths(MOST_MONTHS).isAfter(last)
            ? byMonth(months, first, last, words)
            : byYear(months, first, last);
    List<Span> shown = spans.subList(Math.max(0, spans.size() - MOST), spans.size());
    long most = shown.stream().mapToLong(Span::count).max().orElse(1);
    return new Histogram(
        shown.stream()
            .filter(span -> span.count() > 0)
            .map(span -> Bar.of(span, most, search))
            .toList());
  }

  private static List<Span> byMonth(
      Map<YearMonth, Long> months, YearMonth first, YearMonth last, Words words) {
    List<Span> spans = new ArrayList<>();
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      spans.add(
          new Span(
              words.month(month),
              month.atDay(1),
              month.atEndOfMonth(),
              months.getOrDefault(month, 0L)));
    }
    return spans;
  }

  private static List<Span> byYear(Map<YearMonth, Long> months, YearMonth first, YearMonth last) {
    Map<Integer, Long> years =
        months.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    month -> month.getKey().getYear(),
                    Collectors.summingLong(Map.Entry::getValue)));
    List<Span> spans = new ArrayList<>();
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      LocalDate begin = Year.of(year).atDay(1);
      spans.add(
          new Span(
              Integer.toString(year),
              begin,
              begin.plusYears(1).minusDays(1),
              years.getOrDefault(year, 0L)));
    }
    return spans;
  }

  private record Span(String name, LocalDate from, LocalDate to, long count) {}

  /**
   * A month or a year.
   *
   * @param name of it
   * @param count of briefings
   * @param share of the highest count, in hundredths
   * @param href the address of the search for these alone
   */
  public record Bar(String name, long count, int share, String href) {
    private static Bar of(Span span, long most, SearchAddress search) {
      return new Bar(
          span.name(),
          span.count(),
          (int) Math.max(1, span.count() * 100 / most),
          Results.to(
              search
                  .with(SearchAddress.FROM, List.of(span.from().toString()))
                  .with(SearchAddress.TO, List.of(span.to().toString()))));
    }
  }
}
