package communique.archive;

import communique.briefing.Digest;
import communique.briefing.Original;
import communique.briefing.Receipt;
import communique.briefing.Stored;
import communique.briefing.Version;
import communique.briefing.VersionJson;

/**
 * One accepted hand-over, ready to be kept.
 *
 * @param version what was taken in; the first of an edition opens it
 * @param stored the same in its canonical form
 * @param filing what the archive notes of it
 * @param original what was handed over, bit for bit
 * @param handover by which a repeat is recognised
 * @param receipt what its depositor is told
 * @param isNewBriefing whether it opens its briefing
 */
public record Deposit(
    Version version,
    Stored stored,
    Filing filing,
    Original original,
    Handover handover,
    Receipt receipt,
    boolean isNewBriefing) {

  /** The canonical form of a version. */
  public static Stored canonical(Version version, Filing filing) {
    byte[] bytes = VersionJson.write(version);
    return new Stored(bytes, Digest.of(bytes), filing.isOpen());
  }
}
