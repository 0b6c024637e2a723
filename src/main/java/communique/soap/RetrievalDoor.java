package communique.soap;

import communique.access.Caller;
import communique.briefing.LanguageTag;
import communique.briefing.Stored;
import communique.reading.GetBriefing;
import communique.reading.GetEdition;
import communique.soap.contract.GetBriefingResponseXml;
import communique.soap.contract.GetBriefingXml;
import communique.soap.contract.Retrieval;
import jakarta.jws.WebService;
import java.util.List;
import java.util.UUID;

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
    UUID briefing = UUID.fromString(request.getBriefingId());
    List<Stored> editions =
        request.getLanguage() == null
            ? getBriefing.inFull(caller, briefing)
            : List.of(getEdition.get(caller, briefing, new LanguageTag(request.getLanguage())));
    GetBriefingResponseXml response = new GetBriefingResponseXml();
    response.setBriefing(new BriefingWriter(MediaAddress.ofRequest()).briefing(editions));
    return response;
  }
}
