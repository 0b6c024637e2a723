package communique.readingroom.lists;

import communique.briefing.Coded;
import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.Listing;
import communique.briefing.OfficeCode;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What a reader asks of a list, as the address of the page has it; nothing where it is empty. */
public class Asked {
  @QueryParam("office")
  @DefaultValue("")
  private String office = "";

  @QueryParam("kind")
  @DefaultValue("")
  private String kind = "";

  @QueryParam("language")
  @DefaultValue("")
  private String language = "";

  @QueryParam("after")
  @DefaultValue("")
  private String after = "";

  Filters filters() {
    return new Filters(
        office(),
        kind.isEmpty() ? null : Coded.of(Kind.class, "kind", kind),
        language.isEmpty() ? null : new LanguageTag(language));
  }

  @Nullable OfficeCode office() {
    return office.isEmpty() ? null : new OfficeCode(office);
  }

  Listing.@Nullable Key after() {
    return after.isEmpty() ? null : Listing.Key.parse(after);
  }
}
