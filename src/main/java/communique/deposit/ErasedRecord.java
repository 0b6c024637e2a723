package communique.deposit;

import communique.access.Action;
import communique.access.Caller;
import communique.archive.Erasures;
import communique.archive.Links;
import communique.archive.MediaSweep;
import communique.archive.Newest;
import communique.archive.Versions;
import communique.authority.Decisions;
import communique.briefing.Briefing;
import communique.briefing.Digest;
import communique.briefing.LanguageTag;
import communique.briefing.Notice;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.media.MediaStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** The transactions of an erasure: one for the record, and one for each file. */
@ApplicationScoped
class ErasedRecord {
  @Inject private Target target;
  @Inject private Versions versions;
  @Inject private Erasures erasures;
  @Inject private Links links;
  @Inject private Decisions decisions;
  @Inject private Announcement announcement;
  @Inject private MediaSweep sweep;
  @Inject private MediaStore media;

  /** The notice, and the files that are to be taken from the disk. */
  record Erased(Notice notice, List<Digest> files) {}

  @Transactional
  Erased erase(Caller caller, UUID id, Erasure erasure) {
    Briefing briefing = target.find(caller, id, Action.ADMINISTER);
    caller.mustEraseFor(briefing.office());
    List<Newest> editions = Target.meant(erasure.scope(), target.lock(briefing));
    boolean whole = erasure.extent() == Erasure.Extent.EVERYTHING;
    if (whole) {
      mustNotBeCurrent(caller, id, erasure.scope(), editions);
    }
    Notice notice =
        announcement.next(
            briefing,
            erasure.scope(),
            new Announcement.Word(
                whole ? Notice.State.ERASED : Notice.State.REDACTED, erasure.ground(), null));
    List<Digest> files = List.of();
    if (whole) {
      files = erasures.erase(id, erasure.scope(), notice.at());
      decisions.erase(id, erasure.scope().language(), caller.name());
      if (erasure.scope().version() == null) {
        links.erase(id, erasure.scope().language(), caller.name());
      }
    } else {
      erasures.redact(id, erasure.scope(), notice.at());
    }
    announcement.make("EraseBriefing", caller, notice, editions);
    return new Erased(notice, files);
  }

  /** Takes a file from the disk, unless somebody has begun to use it again. */
  @Transactional
  void drop(Digest file) {
    sweep.forget(file);
    if (sweep.mayGo(file)) {
      media.drop(file);
    }
  }

  // Without it an older version, with the same that must go, would be shown again.
  private void mustNotBeCurrent(Caller caller, UUID id, Notice.Scope scope, List<Newest> editions) {
    LanguageTag language = scope.language();
    Integer version = scope.version();
    if (language == null || version == null) {
      return;
    }
    int newest = editions.get(0).number();
    int shown =
        versions
            .current(id, language, Caller.ANONYMOUS.visibility())
            .map(stored -> stored.version().number())
            .orElse(newest);
    if (versions.numbered(id, language, version, caller.visibility()).isEmpty()) {
      throw new Refusal(
          Reason.NOT_FOUND, "version", "must be a version of the edition", "" + version);
    }
    if (version == newest || version == shown) {
      throw new Refusal(
          Reason.STILL_CURRENT,
          "version",
          "must be corrected first, or the one before would be shown again",
          "" + version);
    }
  }
}
