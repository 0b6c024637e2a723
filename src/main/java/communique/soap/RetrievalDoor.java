package communique.soap;

import communique.access.Caller;
import communique.briefing.Digest;
import communique.briefing.EditionId;
import communique.briefing.LanguageTag;
import communique.briefing.Listing;
import communique.briefing.Original;
import communique.briefing.Stored;
import communique.reading.GetBriefing;
import communique.reading.GetBriefingAsOf;
import communique.reading.GetEdition;
import communique.reading.GetMedia;
import communique.reading.GetOriginal;
import communique.reading.GetVersion;
import communique.reading.ListBriefings;
import communique.reading.ListChanges;
import communique.reading.ListVersions;
import communique.reading.SeenEdition;
import communique.search.SearchBriefings;
import communique.search.SearchRequest;
import communique.soap.answers.RecentAnswers;
import communique.soap.contract.BriefingXml;
import communique.soap.contract.FileXml;
import communique.soap.contract.GetBriefingAsOfResponseXml;
import communique.soap.contract.GetBriefingAsOfXml;
import communique.soap.contract.GetBriefingResponseXml;
import communique.soap.contract.GetBriefingXml;
import communique.soap.contract.GetMediaResponseXml;
import communique.soap.contract.GetMediaXml;
import communique.soap.contract.GetOriginalResponseXml;
import communique.soap.contract.GetOriginalXml;
import communique.soap.contract.GetVersionResponseXml;
import communique.soap.contract.GetVersionXml;
import communique.soap.contract.ListBriefingsResponseXml;
import communique.soap.contract.ListBriefingsXml;
import communique.soap.contract.ListChangesResponseXml;
import communique.soap.contract.ListChangesXml;
import communique.soap.contract.ListVersionsResponseXml;
import communique.soap.contract.ListVersionsXml;
import communique.soap.contract.Retrieval;
import communique.soap.contract.SearchBriefingsResponseXml;
import communique.soap.contract.SearchBriefingsXml;
import communique.soap.files.Content;
import communique.soap.lists.ChangeList;
import communique.soap.lists.Findings;
import communique.soap.lists.ListRequests;
import communique.soap.lists.Summaries;
import communique.soap.mapping.BriefingWriter;
import communique.soap.mapping.ContentWriter;
import communique.soap.mapping.MediaAddress;
import communique.soap.mapping.QuestionReader;
import communique.soap.security.Authentication;
import communique.soap.validation.Validation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.jws.WebService;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Hands questions to their use cases. */
@Dependent
@WebService(endpointInterface = "communique.soap.contract.Retrieval")
class RetrievalDoor implements Retrieval {
  @Inject private GetBriefing getBriefing;
  @Inject private GetEdition getEdition;
  @Inject private GetVersion getVersion;
  @Inject private GetBriefingAsOf getBriefingAsOf;
  @Inject private ListBriefings listBriefings;
  @Inject private ListVersions listVersions;
  @Inject private SearchBriefings searchBriefings;
  @Inject private GetMedia getMedia;
  @Inject private GetOriginal getOriginal;
  @Inject private ListChanges listChanges;

  @Override
  public GetBriefingResponseXml getBriefing(GetBriefingXml request) {
    Caller caller = Authentication.caller();
    QuestionReader.Wanted wanted = Validation.checked(() -> QuestionReader.briefing(request));
    LanguageTag language = wanted.language();
    GetBriefingResponseXml response = new GetBriefingResponseXml();
    response.setBriefing(
        language == null
            ? inFull(caller, wanted.briefing())
            : edition(caller, wanted.briefing(), language));
    return response;
  }

  private BriefingXml inFull(Caller caller, UUID briefing) {
    Map<LanguageTag, SeenEdition> editions = getBriefing.inFull(caller, briefing);
    RecentAnswers.vouch(getBriefing.still(briefing, editions));
    return whole(caller, briefing, editions.values().stream().map(SeenEdition::stored).toList());
  }

  private BriefingXml edition(Caller caller, UUID briefing, LanguageTag language) {
    SeenEdition edition = getEdition.seen(caller, new EditionId(briefing, language));
    if (caller.visibility().onlyPublic()) {
      // Whether a translation is behind, and what is linked, is said of the others as well.
      Map<LanguageTag, SeenEdition> all = getBriefing.inFull(caller, briefing);
      if (edition.equals(all.get(language))) {
        RecentAnswers.vouch(getBriefing.still(briefing, all));
      }
    }
    return whole(caller, briefing, List.of(edition.stored()));
  }

  @Override
  public GetVersionResponseXml getVersion(GetVersionXml request) {
    Caller caller = Authentication.caller();
    QuestionReader.Numbered wanted = Validation.checked(() -> QuestionReader.version(request));
    Stored version = getVersion.get(caller, wanted.briefing(), wanted.language(), wanted.version());
    GetVersionResponseXml response = new GetVersionResponseXml();
    response.setBriefing(briefing(caller, wanted.briefing(), List.of(version)));
    return response;
  }

  @Override
  public GetBriefingAsOfResponseXml getBriefingAsOf(GetBriefingAsOfXml request) {
    Caller caller = Authentication.caller();
    QuestionReader.Past wanted = Validation.checked(() -> QuestionReader.past(request));
    List<Stored> then =
        getBriefingAsOf.get(caller, wanted.briefing(), wanted.language(), wanted.at());
    GetBriefingAsOfResponseXml response = new GetBriefingAsOfResponseXml();
    response.setBriefing(briefing(caller, wanted.briefing(), then));
    return response;
  }

  @Override
  public ListBriefingsResponseXml listBriefings(ListBriefingsXml request) {
    Listing listing = Validation.checked(() -> ListRequests.briefings(request));
    return Summaries.briefings(listBriefings.list(Authentication.caller(), listing));
  }

  @Override
  public ListVersionsResponseXml listVersions(ListVersionsXml request) {
    QuestionReader.Versions wanted = Validation.checked(() -> QuestionReader.versions(request));
    return Summaries.versions(
        listVersions.list(
            Authentication.caller(),
            wanted.briefing(),
            wanted.language(),
            wanted.after(),
            wanted.limit()));
  }

  @Override
  public SearchBriefingsResponseXml searchBriefings(SearchBriefingsXml request) {
    SearchRequest wanted = Validation.checked(() -> ListRequests.search(request));
    return Findings.page(searchBriefings.search(Authentication.caller(), wanted));
  }

  @Override
  public GetMediaResponseXml getMedia(GetMediaXml request) {
    Digest sha256 = Validation.checked(() -> new Digest("" + request.getSha256()));
    GetMedia.Found found = getMedia.get(Authentication.caller(), sha256);
    MediaAddress media = MediaAddress.ofRequest();
    FileXml file = ContentWriter.file(found.file(), media);
    file.setContent(
        Content.of(found.file().type(), found.file().size(), found.bytes())
            .answer(file.getAddress()));
    GetMediaResponseXml response = new GetMediaResponseXml();
    response.setFile(file);
    return response;
  }

  @Override
  public GetOriginalResponseXml getOriginal(GetOriginalXml request) {
    QuestionReader.Numbered wanted = Validation.checked(() -> QuestionReader.original(request));
    int version = wanted.version();
    Original original =
        getOriginal.get(Authentication.caller(), wanted.briefing(), wanted.language(), version);
    String address =
        MediaAddress.ofRequest().ofOriginal(wanted.briefing(), wanted.language(), version);
    GetOriginalResponseXml response = new GetOriginalResponseXml();
    response.setContentType(original.type());
    response.setContent(Content.of(original.type(), original.content()).answer(address));
    return response;
  }

  @Override
  public ListChangesResponseXml listChanges(ListChangesXml request) {
    QuestionReader.Changes wanted = Validation.checked(() -> QuestionReader.changes(request));
    return ChangeList.page(listChanges.list(wanted.after(), wanted.limit()));
  }

  private BriefingXml whole(Caller caller, UUID briefing, List<Stored> editions) {
    return writer(caller, briefing).briefing(editions, getBriefing.get(caller, briefing));
  }

  private BriefingXml briefing(Caller caller, UUID briefing, List<Stored> editions) {
    return writer(caller, briefing).briefing(editions);
  }

  private BriefingWriter writer(Caller caller, UUID briefing) {
    return new BriefingWriter(
        MediaAddress.ofRequest(), () -> getBriefing.recalled(caller, briefing));
  }
}
