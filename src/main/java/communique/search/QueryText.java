package communique.search;

import communique.authority.KnownNames;
import communique.briefing.Dates;
import communique.briefing.Refusal;
import communique.briefing.names.Named;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a reader writes into the search box, taken apart.
 *
 * <ul>
 *   <li>{@code several words}: all; after the texts that have all come, if these are few, those
 *       that have most
 *   <li>{@code "in this order"}
 *   <li>{@code -without}, {@code -"without these"}
 *   <li>{@code this OR that}, {@code this | that}; it stands between words, or between fields of
 *       the briefing: where one of each stands beside it, the field is words
 *   <li>{@code headline:word}, {@code headline:"in this order"}
 *   <li>{@code office:}, {@code kind:}, {@code section:}, {@code language:}, {@code person:},
 *       {@code organisation:}, {@code place:}, {@code subject:}, {@code media:} with a value as
 *       answers tell it, people, organisations and places also by name; what has spaces in
 *       quotation marks; {@code -language:en} leaves out what has it
 *   <li>{@code date:2025}, {@code date:2025-07}, {@code date:2025-07-23}, {@code
 *       date:2024-11..2025-02}, {@code date:2025..}
 * </ul>
 *
 * <p>Quotation marks, minus, colon, bar and spaces may be those of any script. Nothing is wrong:
 * what makes no sense as one of these is words.
 *
 * @param clauses all of which must hold for one edition
 * @param filters all of which must hold for the briefing
 */
record QueryText(List<Clause> clauses, List<Filter> filters) {
  private static final Pattern QUOTATION_MARKS = Pattern.compile("[“”„‟«»「」『』＂]");
  private static final Pattern SPACES = Pattern.compile("\\p{Z}");
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<minus>[-－−])?(?:(?<field>\\p{L}{2,20})[:：](?=[^\\s|｜]))?"
              + "(?:\"(?<quoted>[^\"]*)(?:\"|$)|(?<word>[^\\s\"|｜]+))|(?<or>[|｜])|.",
          Pattern.DOTALL);
  private static final String OR = "OR";
  private static final String HEADLINE = "headline";
  private static final String DATE = "date";

  QueryText {
    clauses = List.copyOf(clauses);
    filters = List.copyOf(filters);
  }

  /** Takes a query apart; people, organisations and places are known by these names. */
  static QueryText parse(String query, KnownNames known) {
    return parse(query, (facet, name) -> named(facet, name, known));
  }

  private static Optional<Filter> named(Facet facet, String name, KnownNames known) {
    List<String> words = words(name);
    return known.named(words, 1).stream()
        .filter(found -> found.from() == 0 && found.to() == words.size())
        .map(found -> known.byKind(found.who().stream().map(Named::authority)))
        .flatMap(byKind -> byKind.entrySet().stream())
        .filter(kind -> Facet.of(kind.getKey()) == facet)
        .map(kind -> kind.getValue().stream().map(UUID::toString).toList())
        .<Filter>map(ids -> new Filter.OneOf(facet, ids))
        .findFirst();
  }

  /**
   * Takes a query apart.
   *
   * @param byName a filter for a facet of names by one of these, if the name is known
   */
  static QueryText parse(String query, BiFunction<Facet, String, Optional<Filter>> byName) {
    Parsing parsing = new Parsing(byName);
    Matcher token = tokens(query);
    while (token.find()) {
      parsing.take(token);
    }
    return parsing.done();
  }

  /** Each character stays where it is. */
  private static Matcher tokens(String query) {
    String spaced = SPACES.matcher(query).replaceAll(" ");
    return TOKEN.matcher(QUOTATION_MARKS.matcher(spaced).replaceAll("\""));
  }

  /** Whether what stands at a place of a query is a word, and no field nor what is left out. */
  static boolean isWord(String query, int place) {
    Matcher token = tokens(query);
    while (token.find()) {
      if (place < token.end()) {
        return token.group("field") == null && token.group("minus") == null;
      }
    }
    return false;
  }

  /** The work in progress. */
  private static final class Parsing {
    private final BiFunction<Facet, String, Optional<Filter>> byName;
    private final List<Clause> clauses = new ArrayList<>();
    private final List<Filter> filters = new ArrayList<>();
    private final List<String> run = new ArrayList<>();

    /** What the fields would be as words that an OR after them refers to. */
    private final List<Clause> lastFields = new ArrayList<>();

    private boolean alternative;

    Parsing(BiFunction<Facet, String, Optional<Filter>> byName) {
      this.byName = byName;
    }

    void take(Matcher token) {
      String word = token.group("word");
      String quoted = token.group("quoted");
      String field = token.group("field");
      boolean minus = token.group("minus") != null;
      if (token.group("or") != null || (OR.equals(word) && !minus && field == null)) {
        alternative = !run.isEmpty() || !clauses.isEmpty() || !lastFields.isEmpty();
      } else if (word != null || quoted != null) {
        String text = word != null ? word : quoted;
        boolean taken =
            field != null && takeField(field.toLowerCase(Locale.ROOT), text, quoted != null, minus);
        if (!taken) {
          takeText(field == null ? text : field + ":" + text, word == null, minus);
        }
      }
    }

    private boolean takeField(String field, String text, boolean quoted, boolean minus) {
      if (field.equals(HEADLINE) && !text.isBlank()) {
        lastFieldsAreWords();
        Clause wanted =
            new Clause.Headline(
                quoted ? new Clause.Phrase(text.strip()) : new Clause.Words(words(text)));
        add(minus ? new Clause.Without(wanted) : wanted);
        return true;
      }
      Filter filter = filter(field, text);
      if (filter == null || (alternative && lastFields.isEmpty())) {
        return false;
      }
      Filter wanted = minus ? new Filter.Without(filter) : filter;
      if (alternative) {
        filters.add(Filter.either(filters.remove(filters.size() - 1), wanted));
      } else {
        endRun();
        lastFields.clear();
        filters.add(wanted);
      }
      Clause words = new Clause.Words(words(field + ":" + text));
      lastFields.add(minus ? new Clause.Without(words) : words);
      alternative = false;
      return true;
    }

    private @Nullable Filter filter(String field, String text) {
      if (field.equals(DATE)) {
        return days(text);
      }
      for (Facet facet : Facet.values()) {
        if (facet.code().equals(field)) {
          return filter(facet, text);
        }
      }
      return null;
    }

    private @Nullable Filter filter(Facet facet, String text) {
      Optional<Filter> named = facet.isOfNames() ? byName.apply(facet, text) : Optional.empty();
      if (named.isPresent()) {
        return named.get();
      }
      try {
        return Filter.is(facet, text);
      } catch (Refusal notAValue) {
        return null;
      }
    }

    private void takeText(String text, boolean quoted, boolean minus) {
      if (text.isBlank()) {
        return;
      }
      lastFieldsAreWords();
      if (quoted || minus) {
        Clause clause = quoted ? new Clause.Phrase(text.strip()) : new Clause.Words(List.of(text));
        add(minus ? new Clause.Without(clause) : clause);
      } else if (alternative) {
        add(new Clause.Words(List.of(text)));
      } else {
        run.add(text);
      }
    }

    /** Those before an OR that words follow; others are done with. */
    private void lastFieldsAreWords() {
      if (alternative && !lastFields.isEmpty()) {
        filters.remove(filters.size() - 1);
        endRun();
        clauses.add(
            lastFields.size() == 1
                ? lastFields.get(0)
                : new Clause.Either(List.copyOf(lastFields)));
      }
      lastFields.clear();
    }

    private void add(Clause clause) {
      if (!alternative) {
        endRun();
        clauses.add(clause);
        return;
      }
      alternative = false;
      Clause before = takeLast();
      List<Clause> alternatives = new ArrayList<>();
      if (before instanceof Clause.Either either) {
        alternatives.addAll(either.alternatives());
      } else {
        alternatives.add(before);
      }
      alternatives.add(clause);
      clauses.add(new Clause.Either(alternatives));
    }

    /** What an OR refers to: the last word before it alone. */
    private Clause takeLast() {
      if (run.isEmpty()) {
        return clauses.remove(clauses.size() - 1);
      }
      Clause last = new Clause.Words(List.of(run.remove(run.size() - 1)));
      endRun();
      return last;
    }

    private void endRun() {
      if (!run.isEmpty()) {
        clauses.add(new Clause.Words(run));
        run.clear();
      }
    }

    QueryText done() {
      endRun();
      return new QueryText(clauses, filters);
    }
  }

  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }

  private static @Nullable Filter days(String text) {
    int dots = text.indexOf("..");
    String from = dots < 0 ? text : text.substring(0, dots);
    String to = dots < 0 ? text : text.substring(dots + 2);
    LocalDate first = from.isEmpty() ? null : day(from, true);
    LocalDate last = to.isEmpty() ? null : day(to, false);
    boolean sense =
        (first != null || from.isEmpty())
            && (last != null || to.isEmpty())
            && (first != null || last != null);
    return sense ? new Filter.Days(first, last) : null;
  }

  /** The first or last day of a year, a month or a day. */
  private static @Nullable LocalDate day(String text, boolean first) {
    try {
      return switch (text.length()) {
        case 4 -> Dates.plausible(DATE, ofYear(Integer.parseInt(text), first));
        case 7 -> Dates.plausible(DATE, ofMonth(YearMonth.parse(text), first));
        case 10 -> Dates.plausible(DATE, LocalDate.parse(text));
        default -> null;
      };
    } catch (java.time.DateTimeException | NumberFormatException | Refusal notADay) {
      return null;
    }
  }

  private static LocalDate ofYear(int year, boolean first) {
    return first ? LocalDate.of(year, 1, 1) : LocalDate.of(year, 12, 31);
  }

  private static LocalDate ofMonth(YearMonth month, boolean first) {
    return first ? month.atDay(1) : month.atEndOfMonth();
  }
}
