package communique.soap;

import communique.access.Caller;
import communique.briefing.Original;
import communique.briefing.Receipt;
import communique.briefing.Upload;
import communique.deposit.AddEdition;
import communique.deposit.AttachMedia;
import communique.deposit.BriefingSubmission;
import communique.deposit.ChangeEmbargo;
import communique.deposit.CorrectBriefing;
import communique.deposit.DepositBriefing;
import communique.deposit.LiftEmbargo;
import communique.deposit.ReinstateBriefing;
import communique.deposit.WithdrawBriefing;
import communique.reading.GetReceipt;
import communique.soap.contract.AddEditionResponseXml;
import communique.soap.contract.AddEditionXml;
import communique.soap.contract.AttachMediaResponseXml;
import communique.soap.contract.AttachMediaXml;
import communique.soap.contract.ChangeEmbargoResponseXml;
import communique.soap.contract.ChangeEmbargoXml;
import communique.soap.contract.CorrectBriefingResponseXml;
import communique.soap.contract.CorrectBriefingXml;
import communique.soap.contract.Deposit;
import communique.soap.contract.DepositBriefingResponseXml;
import communique.soap.contract.DepositBriefingXml;
import communique.soap.contract.GetReceiptResponseXml;
import communique.soap.contract.GetReceiptXml;
import communique.soap.contract.LiftEmbargoResponseXml;
import communique.soap.contract.LiftEmbargoXml;
import communique.soap.contract.ReinstateBriefingResponseXml;
import communique.soap.contract.ReinstateBriefingXml;
import communique.soap.contract.WithdrawBriefingResponseXml;
import communique.soap.contract.WithdrawBriefingXml;
import communique.soap.lists.NoticeWriter;
import communique.soap.mapping.BriefingWriter;
import communique.soap.mapping.ContentWriter;
import communique.soap.mapping.MediaAddress;
import communique.soap.mapping.RequestReader;
import communique.soap.mapping.SubmissionReader;
import communique.soap.originals.Originals;
import communique.soap.security.Authentication;
import communique.soap.validation.ContractPath;
import communique.soap.validation.Validation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.jws.WebService;

/** Hands deposits, and what is done with them afterwards, to their use cases. */
@WebService(endpointInterface = "communique.soap.contract.Deposit")
@Dependent
class DepositDoor implements Deposit {
  @Inject private DepositBriefing depositBriefing;
  @Inject private AddEdition addEdition;
  @Inject private CorrectBriefing correctBriefing;
  @Inject private WithdrawBriefing withdrawBriefing;
  @Inject private ReinstateBriefing reinstateBriefing;
  @Inject private ChangeEmbargo changeEmbargo;
  @Inject private LiftEmbargo liftEmbargo;
  @Inject private AttachMedia attachMedia;
  @Inject private GetReceipt getReceipt;

  @Override
  public DepositBriefingResponseXml depositBriefing(DepositBriefingXml request) {
    Caller caller = Authentication.caller();
    Original original = Originals.ofRequest();
    BriefingSubmission submission =
        Validation.checked(() -> SubmissionReader.briefing(request, original));
    Receipt receipt = ContractPath.inEdition(() -> depositBriefing.deposit(caller, submission));
    DepositBriefingResponseXml response = new DepositBriefingResponseXml();
    response.setReceipt(BriefingWriter.receipt(receipt));
    return response;
  }

  @Override
  public AddEditionResponseXml addEdition(AddEditionXml request) {
    Caller caller = Authentication.caller();
    Original original = Originals.ofRequest();
    SubmissionReader.Further further =
        Validation.checked(() -> SubmissionReader.further(request, original));
    Receipt receipt =
        ContractPath.inEdition(() -> addEdition.add(caller, further.briefing(), further.edition()));
    AddEditionResponseXml response = new AddEditionResponseXml();
    response.setReceipt(BriefingWriter.receipt(receipt));
    return response;
  }

  @Override
  public CorrectBriefingResponseXml correctBriefing(CorrectBriefingXml request) {
    Caller caller = Authentication.caller();
    Original original = Originals.ofRequest();
    SubmissionReader.Correction correction =
        Validation.checked(() -> SubmissionReader.correction(request, original));
    Receipt receipt =
        ContractPath.inEdition(
            () -> correctBriefing.correct(caller, correction.briefing(), correction.submission()));
    CorrectBriefingResponseXml response = new CorrectBriefingResponseXml();
    response.setReceipt(BriefingWriter.receipt(receipt));
    return response;
  }

  @Override
  public WithdrawBriefingResponseXml withdrawBriefing(WithdrawBriefingXml request) {
    Caller caller = Authentication.caller();
    RequestReader.Withdrawal wanted = Validation.checked(() -> RequestReader.withdrawal(request));
    RequestReader.Word word = wanted.word();
    WithdrawBriefingResponseXml response = new WithdrawBriefingResponseXml();
    response.setNotice(
        NoticeWriter.notice(
            withdrawBriefing.withdraw(
                caller, word.briefing(), word.language(), word.reason(), wanted.titleShown())));
    return response;
  }

  @Override
  public ReinstateBriefingResponseXml reinstateBriefing(ReinstateBriefingXml request) {
    Caller caller = Authentication.caller();
    RequestReader.Word word = Validation.checked(() -> RequestReader.reinstatement(request));
    ReinstateBriefingResponseXml response = new ReinstateBriefingResponseXml();
    response.setNotice(
        NoticeWriter.notice(
            reinstateBriefing.reinstate(caller, word.briefing(), word.language(), word.reason())));
    return response;
  }

  @Override
  public ChangeEmbargoResponseXml changeEmbargo(ChangeEmbargoXml request) {
    Caller caller = Authentication.caller();
    RequestReader.Postponement wanted =
        Validation.checked(() -> RequestReader.postponement(request));
    RequestReader.Editions editions = wanted.editions();
    ChangeEmbargoResponseXml response = new ChangeEmbargoResponseXml();
    response.setVersions(
        changeEmbargo.change(caller, editions.briefing(), editions.languages(), wanted.until()));
    return response;
  }

  @Override
  public LiftEmbargoResponseXml liftEmbargo(LiftEmbargoXml request) {
    Caller caller = Authentication.caller();
    RequestReader.Editions editions = Validation.checked(() -> RequestReader.lifting(request));
    LiftEmbargoResponseXml response = new LiftEmbargoResponseXml();
    response.setVersions(liftEmbargo.lift(caller, editions.briefing(), editions.languages()));
    return response;
  }

  @Override
  public AttachMediaResponseXml attachMedia(AttachMediaXml request) {
    Caller caller = Authentication.caller();
    Upload upload = Validation.checked(() -> RequestReader.upload(request));
    AttachMediaResponseXml response = new AttachMediaResponseXml();
    response.setFile(
        ContentWriter.file(attachMedia.attach(caller, upload).file(), MediaAddress.ofRequest()));
    return response;
  }

  @Override
  public GetReceiptResponseXml getReceipt(GetReceiptXml request) {
    Caller caller = Authentication.caller();
    GetReceiptResponseXml response = new GetReceiptResponseXml();
    response.setReceipt(
        BriefingWriter.receipt(
            getReceipt.get(caller, Validation.checked(() -> RequestReader.receipt(request)))));
    return response;
  }
}
