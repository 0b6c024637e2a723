package communique.soap;

import communique.access.Caller;
import communique.briefing.LanguageTag;
import communique.briefing.Overview;
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
    List<LanguageTag> languages =
        request.getLanguage() == null
            ? languages(getBriefing.get(caller, briefing))
            : List.of(new LanguageTag(request.getLanguage()));
    List<Stored> editions =
        languages.stream().map(language -> getEdition.get(caller, briefing, language)).toList();
    GetBriefingResponseXml response = new GetBriefingResponseXml();
    response.setBriefing(new BriefingWriter(MediaAddress.ofRequest()).briefing(editions));
    return response;
  }

  private static List<LanguageTag> languages(Overview briefing) {
    return briefing.editions().stream().map(Overview.Edition::language).toList();
  }
}
