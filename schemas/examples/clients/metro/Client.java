import archive.*;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Holder;
import jakarta.xml.ws.soap.MTOMFeature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;

/** Hands a briefing with a photo over, corrects it and reads it back, with Metro (JAX-WS). */
final class Client {
  private static final String KEY = "metro-" + System.nanoTime();

  private final Deposit deposit;
  private final Retrieval retrieval;

  /** Proxies that speak SOAP 1.2, with files as parts of the messages (MTOM). */
  private Client() throws Exception {
    DepositService deposits = new DepositService(Path.of("target/wsdl/deposit.wsdl").toUri().toURL());
    RetrievalService retrievals =
        new RetrievalService(Path.of("target/wsdl/retrieval.wsdl").toUri().toURL());
    deposit = deposits.getDepositSoap12Port(new MTOMFeature());
    retrieval = retrievals.getRetrievalSoap12Port(new MTOMFeature());
    var context = ((BindingProvider) deposit).getRequestContext();
    context.put(BindingProvider.USERNAME_PROPERTY, System.getenv("COMMUNIQUE_USER"));
    context.put(BindingProvider.PASSWORD_PROPERTY, System.getenv("COMMUNIQUE_PASSWORD"));
  }

  /** A day without a zone. */
  private static XMLGregorianCalendar day(String day) throws Exception {
    return DatatypeFactory.newInstance().newXMLGregorianCalendar(day);
  }

  private static EditionSubmission edition(String step, String text, String email, String sha256)
      throws Exception {
    Content content = new Content();
    content.setSection("Außenpolitik");
    Issued issued = new Issued();
    issued.setDate(day("2026-03-17"));
    content.setIssued(issued);
    Byline byline = new Byline();
    byline.setName("Tomas Reuter");
    byline.setRole("Von");
    byline.setEmail(email);
    content.setBylines(new Bylines());
    content.getBylines().getByline().add(byline);
    Contact contact = new Contact();
    contact.setEmail("press@president.valdoria.example");
    content.setContact(contact);
    content.setBody(body(text));
    content.setMedia(new Media());
    content.getMedia().getPlacement().add(placement(sha256));
    content.setKeywords(new Keywords());
    content.getKeywords().getKeyword().add(KEY);
    EditionSubmission edition = new EditionSubmission();
    // The same again with the same reference gives the same receipt: safe after a time-out.
    edition.setDepositorReference(KEY + "/" + step);
    edition.setLanguage("de");
    edition.setContent(content);
    return edition;
  }

  private static Body body(String text) {
    Span span = new Span();
    span.setText(text);
    Block paragraph = new Block();
    paragraph.setType(BlockType.PARAGRAPH);
    paragraph.setText(new Line());
    paragraph.getText().getSpan().add(span);
    Body body = new Body();
    body.getBlock().add(paragraph);
    return body;
  }

  private static Placement placement(String sha256) {
    File file = new File();
    file.setContentType("image/jpeg");
    file.setSha256(sha256);
    Placement placement = new Placement();
    placement.setRole(PlacementRole.PHOTO);
    placement.setCaption("Präsidentin Elena Varga am Telefon, Lindhaven, 16. März");
    placement.setCredit("Präsidentschaft von Valdorien");
    placement.setFile(file);
    return placement;
  }

  private Receipt deposit(EditionSubmission edition) throws Exception {
    return deposit.depositBriefing("XV-PRES", Kind.READ_OUT, day("2026-03-16"), edition);
  }

  /** What was taken in is found a moment later. */
  private String find(String briefing) throws Exception {
    for (int i = 0; i < 50; i++) {
      Holder<Hits> hits = new Holder<>();
      retrieval.searchBriefings(
          '"' + KEY + '"', null, null, null, null, new Holder<>(), new Holder<>(), hits, new Holder<>());
      if (hits.value.getHit().stream().anyMatch(hit -> hit.getBriefingId().equals(briefing))) {
        return briefing;
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("not found");
  }

  private static void check(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("not as it was handed over");
    }
  }

  /**
   * @param arguments the photo; the environment has COMMUNIQUE_USER and COMMUNIQUE_PASSWORD
   */
  public static void main(String[] arguments) throws Exception {
    Client client = new Client();
    Path photo = Path.of(arguments[0]);
    String text = "Präsidentin Elena Varga telefonierte am 16. März mit zwei Präsidenten.";
    String longer = text + " Beide Gespräche dauerten eine Stunde.";
    String email = "t.reuter@president.valdoria.example";

    DataHandler bytes = new DataHandler(new FileDataSource(photo.toFile()));
    String sha256 = client.deposit.attachMedia("image/jpeg", null, bytes).getSha256();
    Receipt receipt = client.deposit(edition("1", text, email, sha256));
    System.out.println("briefing " + receipt.getBriefingId());

    EditionSubmission correction = edition("2", longer, email, sha256);
    correction.getContent().setReasonForChange("Dauer ergänzt");
    client.deposit.correctBriefing(
        receipt.getBriefingId(), receipt.getVersion(), Significance.MINOR, correction);

    Edition read =
        client.retrieval.getBriefing(receipt.getBriefingId(), null).getEditions().getEdition().get(0);
    Content content = read.getContent();
    check(content.getBody().getBlock().get(0).getText().getSpan().get(0).getText().equals(longer));
    check(content.getHeadline() == null);
    System.out.println("version " + read.getVersion());
    System.out.println("found " + client.find(receipt.getBriefingId()));

    String address = content.getMedia().getPlacement().get(0).getFile().getSha256();
    DataHandler kept = client.retrieval.getMedia(address).getContent();
    check(Arrays.equals(kept.getInputStream().readAllBytes(), Files.readAllBytes(photo)));
    System.out.println("media " + address);

    try {
      client.deposit(edition("3", text, "keine Adresse", sha256));
    } catch (RefusalFault fault) {
      Refusal why = fault.getFaultInfo();
      System.out.printf("refused %s %s: %s%n", why.getReason(), why.getField(), why.getRule());
    }
  }
}
