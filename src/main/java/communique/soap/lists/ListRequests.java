package communique.soap.lists;

import communique.briefing.Coded;
import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.Listing;
import communique.briefing.Narrowing;
import communique.briefing.OfficeCode;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Violations;
import communique.search.Order;
import communique.search.SearchRequest;
import communique.soap.contract.ListBriefingsXml;
import communique.soap.contract.SearchBriefingsXml;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import javax.xml.datatype.XMLGregorianCalendar;
import org.jspecify.annotations.Nullable;

/** Reads which briefings are asked for; a refusal names all that is wrong. */
public final class ListRequests {
  private static final int FEW = 20;
  private static final SearchRequest UNREAD =
      new SearchRequest(
          "-",
          List.of(),
          Order.RELEVANCE,
          new SearchRequest.Page(null, 1),
          SearchRequest.Manner.PLAIN);
  private static final Listing UNREAD_LIST = new Listing(null, null, null, 1);

  private ListRequests() {}

  /** Which briefings are to be listed. */
  public static Listing briefings(ListBriefingsXml xml) {
    Violations broken = new Violations();
    OfficeCode office = broken.part("", () -> made(xml.getOffice(), OfficeCode::new));
    LanguageTag language = broken.part("", () -> made(xml.getLanguage(), LanguageTag::new));
    Narrowing only = broken.part("", () -> narrowing(xml), Narrowing.NONE);
    Listing.Key after = broken.part("", () -> made(xml.getAfter(), Listing.Key::parse));
    Listing listing =
        broken.part(
            "",
            () -> new Listing(office, language, only, after, limit(xml.getLimit())),
            UNREAD_LIST);
    broken.refuse();
    return listing;
  }

  /** What is searched for. */
  public static SearchRequest search(SearchBriefingsXml xml) {
    Violations broken = new Violations();
    LanguageTag language = broken.part("", () -> made(xml.getLanguage(), LanguageTag::new));
    OfficeCode office = broken.part("", () -> made(xml.getOffice(), OfficeCode::new));
    String query = xml.getQuery();
    SearchRequest wanted =
        broken.part(
            "",
            () ->
                new SearchRequest(
                    query == null ? "" : query,
                    SearchRequest.filters(language, office),
                    Order.RELEVANCE,
                    new SearchRequest.Page(xml.getAfter(), limit(xml.getLimit())),
                    // The answer has no place to tell that names were widened: they are not.
                    SearchRequest.Manner.PLAIN),
            UNREAD);
    broken.refuse();
    return wanted;
  }

  /** How many are asked for. */
  public static int limit(@Nullable Integer sent) {
    return sent == null ? FEW : sent;
  }

  /**
   * The number after which versions are asked for.
   *
   * @throws Refusal BAD_FORMAT when no page before gave it
   */
  public static int version(@Nullable String after) {
    if (after == null) {
      return 0;
    }
    if (!after.matches("[1-9][0-9]{0,8}")) {
      throw new Refusal(
          Reason.BAD_FORMAT, "after", "must be a token that a page before gave", after);
    }
    return Integer.parseInt(after);
  }

  private static Narrowing narrowing(ListBriefingsXml xml) {
    Violations broken = new Violations();
    Kind kind =
        broken.part("", () -> made(xml.getKind(), code -> Coded.of(Kind.class, "kind", code)));
    LocalDate issuedFrom = day(broken, "issuedFrom", xml.getIssuedFrom());
    LocalDate issuedTo = day(broken, "issuedTo", xml.getIssuedTo());
    LocalDate eventFrom = day(broken, "eventFrom", xml.getEventFrom());
    LocalDate eventTo = day(broken, "eventTo", xml.getEventTo());
    Narrowing.Features features =
        broken.part(
            "",
            () ->
                new Narrowing.Features(
                    Boolean.TRUE.equals(xml.isHasMedia()), xml.getMention(), xml.getSubject()),
            Narrowing.NONE.features());
    Narrowing only =
        broken.part(
            "",
            () ->
                new Narrowing(
                    kind,
                    xml.getSection(),
                    new Narrowing.Days(issuedFrom, issuedTo),
                    new Narrowing.Days(eventFrom, eventTo),
                    features),
            Narrowing.NONE);
    broken.refuse();
    return only;
  }

  private static @Nullable LocalDate day(
      Violations broken, String field, @Nullable XMLGregorianCalendar sent) {
    return broken.part("", () -> Dates.day(field, sent));
  }

  private static <T> @Nullable T made(@Nullable String sent, Function<String, T> make) {
    return sent == null ? null : make.apply(sent);
  }
}
