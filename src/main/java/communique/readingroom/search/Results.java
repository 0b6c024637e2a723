package communique.readingroom.search;

import communique.briefing.Beginning;
import communique.briefing.EditionId;
import communique.briefing.Identity;
import communique.briefing.LanguageTag;
import communique.briefing.Office;
import communique.briefing.OfficeCode;
import communique.briefing.names.Authority;
import communique.briefing.names.Name;
import communique.readingroom.page.AuthorityAddress;
import communique.readingroom.page.EditionLink;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Problem;
import communique.readingroom.page.Words;
import communique.search.Facet;
import communique.search.Facets;
import communique.search.Fragment;
import communique.search.Hit;
import communique.search.Order;
import communique.search.SearchAddress;
import communique.search.SearchPage;
import communique.search.Widened;
import communique.subject.SubjectNames;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param search what was searched for; empty before the first search
 * @param words of the room
 * @param found absent before the first search
 * @param authorities whom the search is narrowed down to
 * @param subjects what subjects are called
 * @param problems what is wrong in the form; empty when it could be read
 */
public record Results(
    SearchAddress search,
    Words words,
    OfficeNames offices,
    @Nullable SearchPage found,
    Map<UUID, Authority> authorities,
    SubjectNames subjects,
    List<Problem> problems) {
  private static final int LEAD = 280;

  public Results {
    problems = List.copyOf(problems);
  }

  /** What is wrong in a field of the form, in words; absent when nothing is. */
  public @Nullable String problem(String field) {
    return problems.stream()
        .filter(each -> each.field().equals(field))
        .findFirst()
        .map(Problem::text)
        .orElse(null);
  }

  /** Where the form has a field; absent when it has none of this name. */
  public @Nullable String place(Problem problem) {
    return switch (problem.field()) {
      case SearchAddress.QUERY -> "#words";
      case SearchAddress.FROM, SearchAddress.TO, SearchAddress.ORDER -> "#" + problem.field();
      default -> null;
    };
  }

  /** What was written into the box. */
  public String query() {
    return search.value(SearchAddress.QUERY);
  }

  /** Whether names are looked for in other spellings, too. */
  public boolean widened() {
    return search.values(SearchAddress.WIDEN).isEmpty();
  }

  /** How many were found, in words. */
  public String count() {
    if (found == null) {
      return "";
    }
    return words.of(found.totalIsExact() ? "search.found" : "search.foundAtLeast", found.total());
  }

  /** Where a hit is. */
  public String href(Hit hit) {
    return EditionLink.href(hit.briefing(), hit.language());
  }

  /** The ways to the other editions of a hit. */
  public List<EditionLink> others(Hit hit) {
    return EditionLink.others(hit);
  }

  /** The edition that a hit is shown in. */
  public EditionId edition(Hit hit) {
    return new EditionId(hit.briefing(), hit.language());
  }

  /** The name of the office that issued a hit, in the hit's language. */
  public Office.Name office(Hit hit) {
    return offices.of(hit.office(), hit.language());
  }

  /** The passages to show: those that match, and the beginning of the text unless they have it. */
  public List<List<Fragment>> passages(Hit hit) {
    Stream<List<Fragment>> lead =
        hit.inBody()
            ? Stream.empty()
            : Stream.of(
                List.of(new Fragment(Beginning.of(hit.lead(), hit.language(), LEAD), false)));
    return Stream.concat(lead, hit.highlights().stream()).toList();
  }

  /** What a hit is called in the list: its headline, else its first words. */
  public String name(Hit hit) {
    String headline = hit.headline();
    return headline != null ? headline : Beginning.of(hit.lead(), hit.language(), 90);
  }

  /** Which other spellings of a name were looked for, in words. */
  public String widening(Widened name) {
    return words.of(
        "search.widened",
        Words.isolated(name.words()),
        Words.isolated(name.label()),
        name.forms().stream().map(Words::isolated).collect(Collectors.joining(", ")));
  }

  /** The address of the same search with names as they are written, or in all spellings. */
  public String widenedHref(boolean wanted) {
    return to(search.with(SearchAddress.WIDEN, wanted ? List.of() : List.of("false")));
  }

  /** The address of the search as it was corrected. */
  public String suggestedHref(String suggested) {
    return to(search.with(SearchAddress.QUERY, List.of(suggested)));
  }

  /** The address of this search, to be kept or passed on. */
  public String permalink() {
    return to(search);
  }

  /** Where those who have an account save this search. */
  public String saving() {
    return "/desk/searches?search=" + URLEncoder.encode(search.toString(), StandardCharsets.UTF_8);
  }

  /** The address of a feed of this search. */
  public String feed(String format) {
    return "/feeds/search/" + format + "?" + search;
  }

  /** The orders there are. */
  public List<Order> orders() {
    return List.of(Order.values());
  }

  /** The order of this search. */
  public boolean isOrder(Order order) {
    String wanted = search.value(SearchAddress.ORDER);
    return wanted.isEmpty() ? order == Order.RELEVANCE : order.code().equals(wanted);
  }

  /** The parameters that the form hands on as they are. */
  public List<Hidden> kept() {
    return Stream.concat(
            Arrays.stream(Facet.values()).map(Facet::code), Stream.of(SearchAddress.WIDEN))
        .flatMap(name -> search.values(name).stream().map(value -> new Hidden(name, value)))
        .toList();
  }

  /**
   * A parameter that is not shown.
   *
   * @param name as in the address
   */
  public record Hidden(String name, String value) {}

  /**
   * What the found briefings can be narrowed down by; groups with one value for all are left out.
   */
  public List<FacetGroup> groups() {
    if (found == null || found.facets() == null) {
      return List.of();
    }
    Facets facets = found.facets();
    return Arrays.stream(Facet.values())
        .map(facet -> FacetGroup.of(facet, facets, this))
        .filter(group -> !group.choices().isEmpty())
        .toList();
  }

  /** By when they are filed. */
  public Histogram histogram() {
    return Histogram.of(found == null ? null : found.facets(), search, words);
  }

  /** What the search is narrowed down by now. */
  public List<Narrowed> narrowed() {
    return Stream.concat(
            Arrays.stream(Facet.values())
                .flatMap(
                    facet ->
                        search.values(facet.code()).stream().map(value -> narrowed(facet, value))),
            Stream.of(SearchAddress.FROM, SearchAddress.TO)
                .flatMap(name -> search.values(name).stream().map(value -> narrowed(name, value))))
        .toList();
  }

  /** That of it which has a page of its own. */
  public List<Narrowed> withPages() {
    return narrowed().stream().filter(each -> each.page() != null).toList();
  }

  private Narrowed narrowed(Facet facet, String value) {
    return new Narrowed(
        words.of("facet", facet),
        label(facet, value),
        to(search.without(facet.code(), value)),
        page(facet, value));
  }

  private Narrowed narrowed(String name, String day) {
    return new Narrowed(
        words.of("search." + name), new Label(day, null), to(search.with(name, List.of())), null);
  }

  private @Nullable String page(Facet facet, String value) {
    return switch (facet) {
      case OFFICE -> offices.codes().contains(office(value)) ? "/offices/" + office(value) : null;
      case SUBJECT -> "/subjects/" + value;
      case PERSON, ORGANISATION, PLACE -> {
        Authority who = authorities.get(Identity.of(value));
        yield who == null ? null : AuthorityAddress.of(who.content().kind(), who.id());
      }
      case KIND, LANGUAGE, MEDIA, SECTION -> null;
    };
  }

  private static OfficeCode office(String value) {
    return new OfficeCode(value.toUpperCase(Locale.ROOT));
  }

  /** The address of the next page; absent on the last. */
  public @Nullable String nextHref() {
    return found == null || found.next() == null
        ? null
        : to(search) + "&after=" + URLEncoder.encode(found.next(), StandardCharsets.UTF_8);
  }

  /** What a value of a facet is called. */
  Label label(Facet facet, String value) {
    return switch (facet) {
      case OFFICE -> {
        Office.Name name = offices.here(office(value));
        yield new Label(name.text(), name.language());
      }
      case KIND -> new Label(words.of("kind." + value), null);
      case LANGUAGE -> new Label(words.nameOf(new LanguageTag(value)), null);
      case MEDIA -> new Label(words.of("facet.media." + value), null);
      case PERSON, ORGANISATION, PLACE -> named(value);
      case SUBJECT -> called(subjects.of(value, words.language()), value);
      case SECTION -> new Label(value, null);
    };
  }

  private Label named(String value) {
    Authority who = authorities.get(Identity.of(value));
    return called(
        Optional.ofNullable(who).map(named -> named.content().label(List.of(words.language()))),
        value);
  }

  private static Label called(Optional<Name> name, String code) {
    return name.map(given -> new Label(given.text(), given.language()))
        .orElseGet(() -> new Label(code, null));
  }

  static String to(SearchAddress search) {
    return "/search?" + search;
  }
}
