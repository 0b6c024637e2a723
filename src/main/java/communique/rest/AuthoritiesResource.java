package communique.rest;

import communique.access.Caller;
import communique.briefing.Coded;
import communique.briefing.Identity;
import communique.briefing.LanguageTag;
import communique.briefing.Seen;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityJson;
import communique.briefing.names.AuthorityKind;
import communique.briefing.names.AuthorityReader;
import communique.names.CorrectAuthority;
import communique.names.CreateAuthority;
import communique.names.FindAuthorities;
import communique.names.GetAuthority;
import communique.names.ImportAuthorities;
import communique.names.ListAuthorities;
import communique.search.Facet;
import communique.search.Filter;
import communique.search.Order;
import communique.search.SearchBriefings;
import communique.search.SearchPage;
import communique.search.SearchRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People, organisations and places, and how they are named. */
@Path("authorities")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class AuthoritiesResource {
  @Inject private Callers callers;
  @Inject private ListAuthorities listAuthorities;
  @Inject private FindAuthorities findAuthorities;
  @Inject private GetAuthority getAuthority;
  @Inject private SearchBriefings searchBriefings;
  @Inject private CreateAuthority createAuthority;
  @Inject private CorrectAuthority correctAuthority;
  @Inject private ImportAuthorities importAuthorities;

  @GET
  public Response listAuthorities(
      @QueryParam("name") @Nullable String name,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("20") String limit,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    AuthorityKind only =
        kind == null || kind.isEmpty() ? null : Coded.of(AuthorityKind.class, "kind", kind);
    UUID key = after == null ? null : AuthoritiesJson.key(after);
    int most = Parameters.number("limit", limit);
    if (name != null) {
      AuthoritiesJson.mustNotGoOn(key);
      List<Authority> found = findAuthorities.find(name, only, most);
      return Answer.to(caller, request).json(AuthoritiesJson.page(found, null));
    }
    ListAuthorities.Page page = listAuthorities.list(only, key, most);
    String next = page.next() == null ? null : Addresses.authoritiesAfter(only, page.next(), limit);
    return Answer.to(caller, request).page(AuthoritiesJson.page(page.entries(), next), next);
  }

  @GET
  @Path("{id}")
  public Response getAuthority(@PathParam("id") String id, @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    UUID asked = Identity.of(id);
    Authority authority = getAuthority.get(asked);
    if (!authority.id().equals(asked)) {
      return Answer.moved(Addresses.authority(authority.id()));
    }
    return Answer.to(caller, request).json(AuthorityJson.bytes(authority));
  }

  @GET
  @Path("{id}/briefings")
  public Response listNamingBriefings(
      @PathParam("id") String id,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("20") String limit,
      @Context HttpServletRequest request) {
    Caller caller = callers.of(request);
    UUID asked = Identity.of(id);
    SearchRequest.Page page = new SearchRequest.Page(after, Parameters.number("limit", limit));
    Authority authority = getAuthority.get(asked);
    if (!authority.id().equals(asked)) {
      return Answer.moved(Addresses.briefingsNaming(authority.id(), null, limit));
    }
    List<LanguageTag> liked =
        LanguageTag.liked(Parameters.languages(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    SearchPage found =
        searchBriefings.search(
            caller,
            new SearchRequest(
                "",
                List.of(Filter.is(Facet.of(authority.content().kind()), authority.id().toString())),
                Order.NEWEST,
                page,
                new SearchRequest.Manner(false, liked, SearchRequest.Counting.NOTHING)));
    String next =
        found.next() == null ? null : Addresses.briefingsNaming(asked, found.next(), limit);
    return Response.fromResponse(
            Answer.to(caller, request).page(SearchJson.page(found, next), next))
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .build();
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response createAuthority(@Context HttpServletRequest request) throws IOException {
    Caller caller = callers.of(request);
    caller.mustKeepNames();
    Authority created =
        createAuthority.create(caller, AuthorityReader.content(JsonBody.of(request).object()));
    return AuthoritiesJson.tagged(Response.status(Response.Status.CREATED), created)
        .header(HttpHeaders.LOCATION, Addresses.authority(created.id()))
        .build();
  }

  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response correctAuthority(@PathParam("id") String id, @Context HttpServletRequest request)
      throws IOException {
    Caller caller = callers.of(request);
    caller.mustKeepNames();
    UUID authority = Identity.of(id);
    Seen seen = Preconditions.seen(request);
    Authority corrected =
        correctAuthority.correct(
            caller, authority, seen, AuthorityReader.content(JsonBody.of(request).object()));
    return AuthoritiesJson.told(Response.ok(), corrected).build();
  }

  @POST
  @Path("import")
  public Response importAuthorities(@Context HttpServletRequest request) throws IOException {
    Caller caller = callers.of(request);
    caller.mustKeepNames();
    return Response.ok(
            AuthoritiesJson.report(importAuthorities.take(caller, request.getInputStream())))
        .header(HttpHeaders.CACHE_CONTROL, Answer.PRIVATE)
        .build();
  }
}
