package communique.access;

import communique.briefing.OfficeCode;
import java.util.Set;

/**
 * What a caller may see of what is not public yet, or no longer. Every read of the record and every
 * search demands one, and only this package can make one, so that no door can forget an embargo.
 */
public final class Visibility {
  static final Visibility PUBLIC = new Visibility(false, false, Set.of());

  private final boolean everything;
  private final boolean withdrawn;
  private final Set<OfficeCode> offices;

  Visibility(boolean everything, boolean withdrawn, Set<OfficeCode> offices) {
    this.everything = everything;
    this.withdrawn = withdrawn;
    this.offices = offices;
  }

  /** Whether withdrawn text of all offices may be seen. */
  public boolean withdrawn() {
    return withdrawn;
  }

  /** Whether all embargoed text may be seen. */
  public boolean everything() {
    return everything;
  }

  /** The offices whose embargoed and withdrawn text may be seen. */
  public Set<OfficeCode> offices() {
    return offices;
  }

  /** Whether only what is public may be seen. */
  public boolean onlyPublic() {
    return !everything && offices.isEmpty();
  }

  /** Whether the text of an office may still be read after it was withdrawn. */
  public boolean withdrawnOf(OfficeCode office) {
    return withdrawn || offices.contains(office);
  }
}
