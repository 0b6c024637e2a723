package communique.access;

import communique.briefing.OfficeCode;
import java.util.Set;

/**
 * What a caller may see of what is not public. Every read of the record and every search demands
 * one, and only this package can make one, so that no door can forget an embargo.
 */
public final class Visibility {
  static final Visibility PUBLIC = new Visibility(false, Set.of(), false);

  private final boolean everything;
  private final Set<OfficeCode> offices;
  private final boolean withdrawn;

  Visibility(boolean everything, Set<OfficeCode> offices, boolean withdrawn) {
    this.everything = everything;
    this.offices = offices;
    this.withdrawn = withdrawn;
  }

  /** Whether all embargoed text may be seen. */
  public boolean everything() {
    return everything;
  }

  /** The offices whose embargoed text may be seen. */
  public Set<OfficeCode> offices() {
    return offices;
  }

  /** Whether only what is public may be seen. */
  public boolean onlyPublic() {
    return !everything && offices.isEmpty();
  }

  /** Whether text may still be read after it was withdrawn, where embargoed text may be seen. */
  public boolean withdrawn() {
    return withdrawn;
  }

  /** Whether the text of an office may still be read after it was withdrawn. */
  public boolean withdrawnOf(OfficeCode office) {
    return withdrawn && (everything || offices.contains(office));
  }
}
