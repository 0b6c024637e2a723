package communique.archive;

import communique.access.Visibility;
import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.Listing;
import communique.briefing.Narrowing;
import communique.briefing.OfficeCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The query of a page of briefings, the newest first. It begins at the table whose order is the
 * list's and that narrows most: a list of all briefings, or of an office's or a kind's, at the
 * briefings; one of editions at the versions; one of labelled ones at the labels. So a page costs
 * about the same however long the list is, and however rare what is asked for.
 *
 * <p>A range of days is asked for in two parts: nearly all editions were issued on the day that
 * their briefing is filed under, and nearly all events lie in the week before it, which is the
 * order of the list; the few others have indexes of their own.
 */
final class OverviewQuery {
  private static final String COLUMNS =
      "cast(b.id as text), b.reference, b.office, b.kind, b.event_date, b.dated, b.id";

  private static final int DAYS_AFTER = 7;
  private static final String IN_ITS_WEEK =
      "(b.event_date between b.dated - " + DAYS_AFTER + " and b.dated)";

  private final Listing listing;
  private final Narrowing only;
  private final VisibleQuery query;

  private OverviewQuery(Listing listing, Visibility visibility) {
    this.listing = listing;
    this.only = listing.only();
    this.query = new VisibleQuery(visibility);
  }

  static VisibleQuery of(Listing listing, Visibility visibility) {
    OverviewQuery made = new OverviewQuery(listing, visibility);
    boolean ofEditions = listing.language() != null || !listing.only().isOfBriefings();
    return made.union(ofEditions ? made::editions : made::briefings);
  }

  private VisibleQuery union(Consumer<Part> select) {
    List<Part> parts = Part.of(only);
    if (parts.size() == 1) {
      select.accept(parts.get(0));
      return query;
    }
    for (Part part : parts) {
      query.add(part.equals(parts.get(0)) ? "(" : ") union (");
      select.accept(part);
    }
    return query.add(") order by 6 desc, 7 desc limit ?", listing.limit());
  }

  private void briefings(Part part) {
    query.add("select " + COLUMNS + " from briefing b where");
    after("b.dated, b.id");
    briefing(part, "b.dated");
    query
        .add("exists (select from version v where v.briefing = b.id and")
        .addVisible()
        // As a number: how a page is best found depends on it, and as a parameter it would make
        // PostgreSQL think about that anew each time, longer than the finding takes.
        .add(") order by b.dated desc, b.id desc limit " + listing.limit());
  }

  private void editions(Part part) {
    List<String> labels = only.features().labels();
    String dated = labels.isEmpty() ? "v.dated" : "l.dated";
    // Both are in the same order; a briefing with several such editions comes once.
    String place = dated + (labels.isEmpty() ? ", v.briefing" : ", l.briefing");
    query.add("select distinct on (" + place + ") " + COLUMNS + " from");
    if (!labels.isEmpty()) {
      query.add("labelled l join version v on v.briefing = l.briefing");
      query.add("and v.language = l.language and v.number = l.number join");
    } else {
      query.add("version v join");
    }
    query.add("briefing b on b.id = v.briefing where");
    after(place);
    briefing(part, dated);
    edition(labels);
    issued(part, dated);
    query.addVisible().add("and not exists (select from version w where w.briefing = v.briefing");
    query
        .add("and w.language = v.language and w.number > v.number and")
        .addVisible("w")
        .add(") order by " + place.replace(",", " desc,") + " desc limit ?", listing.limit());
  }

  private void issued(Part part, String dated) {
    if (only.issued().matter()) {
      query.add("v.issued_date " + (part.issuedAnotherDay() ? "<>" : "=") + " v.dated and");
      within(part.issuedAnotherDay() ? "v.issued_date" : dated, only.issued());
    }
  }

  private void after(String place) {
    Listing.Key after = listing.after();
    if (after != null) {
      query.add(
          "(" + place + ") < (cast(? as date), cast(? as uuid)) and",
          after.dated().toString(),
          after.id().toString());
    }
  }

  private void briefing(Part part, String dated) {
    OfficeCode office = listing.office();
    equal("b.office", office == null ? null : office.code());
    Kind kind = only.kind();
    equal("b.kind", kind == null ? null : kind.code());
    if (only.event().matter()) {
      event(part, dated);
    }
  }

  private void event(Part part, String dated) {
    within("b.event_date", only.event());
    query.add((part.ofAnotherWeek() ? "not " : "") + IN_ITS_WEEK + " and");
    if (!part.ofAnotherWeek()) {
      LocalDate to = only.event().to();
      within(
          dated,
          new Narrowing.Days(only.event().from(), to == null ? null : to.plusDays(DAYS_AFTER)));
    }
  }

  private void edition(List<String> labels) {
    LanguageTag language = listing.language();
    equal("v.language", language == null ? null : language.tag());
    equal("v.section", only.section());
    equal("l.label", labels.isEmpty() ? null : labels.get(0));
    labels.stream().skip(1).forEach(label -> query.add("? = any (v.labels) and", label));
    if (only.features().media()) {
      query.add("exists (select from placement p where p.briefing = v.briefing and");
      query.add("p.language = v.language and p.number = v.number and p.recalled_at is null) and");
    }
  }

  private void within(String column, Narrowing.Days days) {
    compare(column, ">=", days.from());
    compare(column, "<=", days.to());
  }

  private void compare(String column, String how, @Nullable LocalDate day) {
    if (day != null) {
      query.add(column + " " + how + " cast(? as date) and", day.toString());
    }
  }

  private void equal(String column, @Nullable String value) {
    if (value != null) {
      query.add(column + " = ? and", value);
    }
  }

  /**
   * A part of the list that is looked for by itself.
   *
   * @param issuedAnotherDay those issued on another day than their briefing is filed under, instead
   *     of the others
   * @param ofAnotherWeek those about an event that does not lie in the week before it, instead of
   *     the others
   */
  private record Part(boolean issuedAnotherDay, boolean ofAnotherWeek) {
    static List<Part> of(Narrowing only) {
      List<Part> parts = new ArrayList<>(List.of(new Part(false, false)));
      if (only.issued().matter()) {
        parts.add(new Part(true, false));
      }
      if (only.event().matter()) {
        parts.addAll(parts.stream().map(part -> new Part(part.issuedAnotherDay(), true)).toList());
      }
      return parts;
    }
  }
}
