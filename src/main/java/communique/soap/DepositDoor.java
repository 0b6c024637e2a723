package communique.soap;

import communique.access.Caller;
import communique.briefing.Original;
import communique.deposit.AddEdition;
import communique.deposit.DepositBriefing;
import communique.soap.contract.AddEditionResponseXml;
import communique.soap.contract.AddEditionXml;
import communique.soap.contract.Deposit;
import communique.soap.contract.DepositBriefingResponseXml;
import communique.soap.contract.DepositBriefingXml;
import communique.soap.originals.Originals;
import jakarta.jws.WebService;

/** Hands deposits to their use cases. */
@WebService(endpointInterface = "communique.soap.contract.Deposit")
final class DepositDoor implements Deposit {
  private final DepositBriefing depositBriefing;
  private final AddEdition addEdition;

  DepositDoor(DepositBriefing depositBriefing, AddEdition addEdition) {
    this.depositBriefing = depositBriefing;
    this.addEdition = addEdition;
  }

  @Override
  public DepositBriefingResponseXml depositBriefing(DepositBriefingXml request) {
    Caller caller = Authentication.caller();
    Original original = Originals.ofRequest();
    DepositBriefingResponseXml response = new DepositBriefingResponseXml();
    response.setReceipt(
        BriefingWriter.receipt(
            depositBriefing.deposit(
                caller, Validation.checked(() -> SubmissionReader.briefing(request, original)))));
    return response;
  }

  @Override
  public AddEditionResponseXml addEdition(AddEditionXml request) {
    Caller caller = Authentication.caller();
    Original original = Originals.ofRequest();
    SubmissionReader.Further further =
        Validation.checked(() -> SubmissionReader.further(request, original));
    AddEditionResponseXml response = new AddEditionResponseXml();
    response.setReceipt(
        BriefingWriter.receipt(addEdition.add(caller, further.briefing(), further.edition())));
    return response;
  }
}
