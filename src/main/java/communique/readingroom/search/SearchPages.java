package communique.readingroom.search;

import communique.access.Caller;
import communique.briefing.Identity;
import communique.briefing.LanguageTag;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.names.Authority;
import communique.names.GetAuthority;
import communique.reading.ListOffices;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Pages;
import communique.readingroom.page.Preference;
import communique.readingroom.page.Problem;
import communique.readingroom.page.Words;
import communique.search.Facet;
import communique.search.Filter;
import communique.search.SearchAddress;
import communique.search.SearchBriefings;
import communique.search.SearchPage;
import communique.search.SearchRequest;
import communique.subject.SubjectNames;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finding by text. */
@Path("search")
@Produces(MediaType.TEXT_HTML)
@ApplicationScoped
public class SearchPages {
  private static final int A_PAGE = 20;

  @Inject private SearchBriefings searchBriefings;
  @Inject private ListOffices listOffices;
  @Inject private SubjectNames subjects;
  @Inject private GetAuthority getAuthority;

  @GET
  public Response search(
      @QueryParam("after") @Nullable String after,
      @Context UriInfo address,
      @Context HttpServletRequest request) {
    SearchAddress search = SearchAddress.of(address.getQueryParameters());
    Preference preference = Preference.of(request);
    Words words = Words.likedBy(preference);
    OfficeNames offices = new OfficeNames(listOffices.list(), words);
    try {
      SearchPage found = search.isEmpty() ? null : found(search, after, preference);
      Results results =
          new Results(search, words, offices, found, authorities(search), subjects, List.of());
      return Pages.of("search.jte", results, request);
    } catch (Refusal refusal) {
      if (refusal.reason().kind() != Reason.Kind.INVALID) {
        throw refusal;
      }
      Results form =
          new Results(
              readable(search, refusal),
              words,
              offices,
              null,
              Map.of(),
              subjects,
              problems(refusal, words));
      return Pages.again("search.jte", form, request);
    }
  }

  private SearchPage found(SearchAddress search, @Nullable String after, Preference preference) {
    SearchRequest wanted =
        search.request(
            new SearchRequest.Page(after, A_PAGE), LanguageTag.liked(preference.ranges()), true);
    wanted.filters().forEach(filter -> mustHaveDays(filter, search));
    return searchBriefings.search(Caller.ANONYMOUS, wanted);
  }

  // That nothing is found would hide the slip.
  private static void mustHaveDays(Filter filter, SearchAddress search) {
    if (filter instanceof Filter.Days days
        && days.from() != null
        && days.to() != null
        && days.to().isBefore(days.from())) {
      throw new Refusal(
          Reason.OUT_OF_RANGE,
          SearchAddress.TO,
          "must not be before " + SearchAddress.FROM,
          search.value(SearchAddress.TO));
    }
  }

  private Map<UUID, Authority> authorities(SearchAddress search) {
    return getAuthority.all(
        Arrays.stream(Facet.values())
            .filter(Facet::isOfNames)
            .flatMap(facet -> search.values(facet.code()).stream())
            .map(Identity::of)
            .toList());
  }

  /** The search without what the form has no field for: nobody could mend it there. */
  private static SearchAddress readable(SearchAddress search, Refusal refusal) {
    SearchAddress readable = search;
    for (Facet facet : Facet.values()) {
      if (refusal.violations().stream().anyMatch(each -> each.field().equals(facet.code()))) {
        readable = readable.with(facet.code(), List.of());
      }
    }
    return readable;
  }

  private static List<Problem> problems(Refusal refusal, Words words) {
    Reason reason = refusal.reason();
    String value = Words.isolated(refusal.value());
    return switch (refusal.field()) {
      case SearchAddress.FROM, SearchAddress.TO ->
          List.of(
              new Problem(
                  refusal.field(),
                  reason == Reason.OUT_OF_RANGE
                      ? words.of("search.endsBefore")
                      : words.of("search.noDay", words.of("search." + refusal.field()), value)));
      case "query" ->
          Problem.of(refusal, words).stream()
              .map(problem -> new Problem(SearchAddress.QUERY, problem.text()))
              .toList();
      case "after" -> List.of(new Problem("after", words.of("search.noPage")));
      default -> Problem.of(refusal, words);
    };
  }
}
