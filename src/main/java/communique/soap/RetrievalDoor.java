package communique.soap;

import communique.access.Caller;
import communique.briefing.LanguageTag;
import communique.briefing.RecalledFiles;
import communique.briefing.Stored;
import communique.briefing.Violations;
import communique.reading.GetBriefing;
import communique.reading.GetEdition;
import communique.soap.contract.GetBriefingResponseXml;
import communique.soap.contract.GetBriefingXml;
import communique.soap.contract.Retrieval;
import jakarta.jws.WebService;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Hands questions to their use cases. */
@WebService(endpointInterface = "communique.soap.contract.Retrieval")
final class RetrievalDoor implements Retrieval {
  private final GetBriefing getBriefing;
  private final GetEdition getEdition;

  RetrievalDoor(GetBriefing getBriefing, GetEdition getEdition) {
    this.getBriefing = getBriefing;
    this.getEdition = getEdition;
  }

  @Override
  public GetBriefingResponseXml getBriefing(GetBriefingXml request) {
    Caller caller = Authentication.caller();
    Wanted wanted = Validation.checked(() -> Wanted.of(request));
    List<Stored> editions =
        wanted.language() == null
            ? getBriefing.inFull(caller, wanted.briefing())
            : List.of(getEdition.get(caller, wanted.briefing(), wanted.language()));
    GetBriefingResponseXml response = new GetBriefingResponseXml();
    RecalledFiles recalled = getBriefing.recalled(caller, wanted.briefing());
    response.setBriefing(new BriefingWriter(MediaAddress.ofRequest(), recalled).briefing(editions));
    return response;
  }

  private record Wanted(UUID briefing, @Nullable LanguageTag language) {
    static Wanted of(GetBriefingXml xml) {
      Violations broken = new Violations();
      UUID briefing = broken.part("", () -> SubmissionReader.identity(xml.getBriefingId()));
      LanguageTag language =
          broken.part(
              "", () -> xml.getLanguage() == null ? null : new LanguageTag(xml.getLanguage()));
      broken.refuse();
      return new Wanted(Objects.requireNonNull(briefing), language);
    }
  }
}
