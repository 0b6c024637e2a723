package communique.rest;

import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.briefing.Listing;
import communique.briefing.Narrowing;
import communique.briefing.names.AuthorityKind;
import communique.search.SearchAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where things are: addresses from the root of the server, so that they hold behind any name. */
final class Addresses {
  private Addresses() {}

  static String briefing(UUID id) {
    return RestApplication.ROOT + "/briefings/" + id;
  }

  static String edition(UUID id, LanguageTag language) {
    return briefing(id) + "/" + language;
  }

  static String version(UUID id, LanguageTag language, int number) {
    return edition(id, language) + "/versions/" + number;
  }

  /** The versions of an edition after a number. */
  static String versionsAfter(UUID id, LanguageTag language, int number, int limit) {
    return edition(id, language) + "/versions?after=" + number + "&limit=" + limit;
  }

  /** The changes after a position. */
  static String changesAfter(long position, int limit) {
    return RestApplication.ROOT + "/changes?after=" + position + "&limit=" + limit;
  }

  static String media(Digest sha256) {
    return RestApplication.ROOT + "/media/" + sha256;
  }

  static String authority(UUID id) {
    return RestApplication.ROOT + "/authorities/" + id;
  }

  /** The briefings that name an authority, from the page on that begins after the token. */
  static String briefingsNaming(UUID authority, @Nullable String token, String limit) {
    return authority(authority) + "/briefings?limit=" + limit + parameter("after", token);
  }

  /** The authorities after one. */
  static String authoritiesAfter(@Nullable AuthorityKind kind, UUID last, String limit) {
    return RestApplication.ROOT
        + "/authorities?limit="
        + limit
        + parameter("kind", kind == null ? null : kind.code())
        + parameter("after", last);
  }

  /** The page of a list that begins after the key. */
  static String listAfter(Listing listing, Listing.Key key) {
    return RestApplication.ROOT
        + "/briefings?limit="
        + listing.limit()
        + parameter("office", listing.office())
        + parameter("language", listing.language())
        + narrowing(listing.only())
        + parameter("after", key);
  }

  /** The page of what a search found that begins after the token. */
  static String searchAfter(SearchAddress search, int limit, String token) {
    return RestApplication.ROOT
        + "/search?"
        + search
        + "&limit="
        + limit
        + parameter("after", token);
  }

  private static String narrowing(Narrowing only) {
    return parameter("kind", only.kind() == null ? null : only.kind().code())
        + parameter("section", only.section())
        + parameter("issuedFrom", only.issued().from())
        + parameter("issuedTo", only.issued().to())
        + parameter("eventFrom", only.event().from())
        + parameter("eventTo", only.event().to())
        + parameter("media", only.features().media() ? "true" : null)
        + parameter("mention", only.features().mention())
        + parameter("subject", only.features().subject());
  }

  /** The page of accounts or tokens that begins after the key; null at the end. */
  static @Nullable String next(
      String list, @Nullable String account, @Nullable String key, String limit) {
    return key == null
        ? null
        : RestApplication.ROOT
            + list
            + "?limit="
            + limit
            + parameter("account", account)
            + parameter("after", key);
  }

  /** A further parameter of a query, or nothing when it has no value. */
  private static String parameter(String name, @Nullable Object value) {
    return value == null ? "" : "&" + name + "=" + encoded(value.toString());
  }

  /** A text as it stands in a query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
