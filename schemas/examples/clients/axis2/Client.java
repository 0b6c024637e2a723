import archive.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.GregorianCalendar;
import javax.activation.DataHandler;
import javax.activation.FileDataSource;
import org.apache.axis2.Constants.Configuration;
import org.apache.axis2.client.Options;
import org.apache.axis2.context.NamedValue;
import org.apache.axis2.kernel.http.HTTPConstants;

/** Hands a briefing with a photo over, corrects it and reads it back, with Axis2 (ADB). */
final class Client {
  private static final String KEY = "axis2-" + System.currentTimeMillis();

  private final DepositServiceStub deposit = new DepositServiceStub();
  private final RetrievalServiceStub retrieval = new RetrievalServiceStub();

  private Client() throws Exception {
    String login = System.getenv("COMMUNIQUE_USER") + ':' + System.getenv("COMMUNIQUE_PASSWORD");
    String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    Options options = deposit._getServiceClient().getOptions();
    // At once with the first request: Axis2's Authenticator waits for a 401 and sends all twice.
    options.setProperty(
        HTTPConstants.HTTP_HEADERS,
        Collections.singletonList(new NamedValue("Authorization", "Basic " + basic)));
    // Files as parts of the messages (MTOM), both ways.
    options.setProperty(Configuration.ENABLE_MTOM, true);
    retrieval._getServiceClient().getOptions().setProperty(Configuration.ENABLE_MTOM, true);
  }

  /** A day; Axis2 writes it with the zone of this machine, which the archive does not keep. */
  private static Date day(int year, int month, int day) {
    return new GregorianCalendar(year, month - 1, day).getTime();
  }

  // Axis2 has made classes of the contract's texts too.
  private static Text200 text200(String text) {
    Text200 value = new Text200();
    value.setText200(text);
    return value;
  }

  private static Text300 text300(String text) {
    Text300 value = new Text300();
    value.setText300(text);
    return value;
  }

  private static EditionSubmission edition(String step, String text, String email, String sha256) {
    LanguageTag german = new LanguageTag();
    german.setLanguageTag("de");
    Content content = new Content();
    content.setSection(text300("Außenpolitik"));
    content.setIssued(new Issued());
    content.getIssued().setDate(day(2026, 3, 17));
    Byline byline = new Byline();
    byline.setName(text300("Tomas Reuter"));
    byline.setRole(text300("Von"));
    byline.setEmail(Email.Factory.fromString(email, ""));
    content.setBylines(new Bylines());
    content.getBylines().addByline(byline);
    content.setContact(new Contact());
    content.getContact().setEmail(Email.Factory.fromString("press@president.valdoria.example", ""));
    content.setBody(new Body());
    content.getBody().addBlock(paragraph(text));
    content.setMedia(new Media());
    content.getMedia().addPlacement(placement(sha256));
    content.setKeywords(new Keywords());
    content.getKeywords().addKeyword(text200(KEY));
    EditionSubmission edition = new EditionSubmission();
    // The same again with the same reference gives the same receipt: safe after a time-out.
    edition.setDepositorReference(text200(KEY + "/" + step));
    edition.setLanguage(german);
    edition.setContent(content);
    return edition;
  }

  private static Block paragraph(String text) {
    SpanText words = new SpanText();
    words.setSpanText(text);
    Span span = new Span();
    span.setText(words);
    Block block = new Block();
    block.setType(BlockType.paragraph);
    block.setText(new Line());
    block.getText().addSpan(span);
    return block;
  }

  private static Placement placement(String sha256) {
    archive.File file = new archive.File();
    file.setContentType(text200("image/jpeg"));
    file.setSha256(Sha256.Factory.fromString(sha256, ""));
    Placement placement = new Placement();
    placement.setRole(PlacementRole.photo);
    placement.setCaption(
        Text4000.Factory.fromString("Präsidentin Elena Varga am Telefon, Lindhaven, 16. März", ""));
    placement.setCredit(Text500.Factory.fromString("Präsidentschaft von Valdorien", ""));
    placement.setFile(file);
    return placement;
  }

  private String attach(Path photo) throws Exception {
    AttachMedia attach = new AttachMedia();
    attach.setContentType(text200("image/jpeg"));
    attach.setContent(new DataHandler(new FileDataSource(photo.toFile())));
    return deposit.attachMedia(attach).getFile().getSha256().getSha256();
  }

  private Receipt deposit(EditionSubmission edition) throws Exception {
    DepositBriefing request = new DepositBriefing();
    request.setOffice(OfficeCode.Factory.fromString("XV-PRES", ""));
    request.setKind(Kind.readOut);
    request.setEventDate(day(2026, 3, 16));
    request.setEdition(edition);
    return deposit.depositBriefing(request).getReceipt();
  }

  private void correct(Receipt receipt, EditionSubmission edition) throws Exception {
    edition.getContent().setReasonForChange(Text2000.Factory.fromString("Dauer ergänzt", ""));
    CorrectBriefing request = new CorrectBriefing();
    request.setBriefingId(receipt.getBriefingId());
    request.setExpectedVersion(receipt.getVersion());
    request.setSignificance(Significance.minor);
    request.setEdition(edition);
    deposit.correctBriefing(request);
  }

  private Edition get(Identity briefing) throws Exception {
    GetBriefing request = new GetBriefing();
    request.setBriefingId(briefing);
    return retrieval.getBriefing(request).getBriefing().getEditions().getEdition()[0];
  }

  /** What was taken in is found a moment later. */
  private String find(String briefing) throws Exception {
    SearchBriefings request = new SearchBriefings();
    request.setQuery(Text500.Factory.fromString('"' + KEY + '"', ""));
    for (int i = 0; i < 50; i++) {
      Hit[] hits = retrieval.searchBriefings(request).getHits().getHit();
      // An empty list comes as null.
      for (Hit hit : hits == null ? new Hit[0] : hits) {
        if (hit.getBriefingId().getIdentity().equals(briefing)) {
          return briefing;
        }
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("not found");
  }

  private byte[] fetch(Sha256 sha256) throws Exception {
    GetMedia request = new GetMedia();
    request.setSha256(sha256);
    DataHandler content = retrieval.getMedia(request).getFile().getContent();
    return org.apache.commons.io.IOUtils.toByteArray(content.getInputStream());
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
    Path photo = Paths.get(arguments[0]);
    String text = "Präsidentin Elena Varga telefonierte am 16. März mit zwei Präsidenten.";
    String longer = text + " Beide Gespräche dauerten eine Stunde.";
    String email = "t.reuter@president.valdoria.example";

    String sha256 = client.attach(photo);
    Receipt receipt = client.deposit(edition("1", text, email, sha256));
    String briefing = receipt.getBriefingId().getIdentity();
    System.out.println("briefing " + briefing);
    client.correct(receipt, edition("2", longer, email, sha256));

    Edition read = client.get(receipt.getBriefingId());
    Span span = read.getContent().getBody().getBlock()[0].getText().getSpan()[0];
    check(span.getText().getSpanText().equals(longer));
    check(read.getContent().getHeadline() == null);
    System.out.println("version " + read.getVersion().getCount());
    System.out.println("found " + client.find(briefing));
    Sha256 address = read.getContent().getMedia().getPlacement()[0].getFile().getSha256();
    check(Arrays.equals(client.fetch(address), Files.readAllBytes(photo)));
    System.out.println("media " + address.getSha256());

    try {
      client.deposit(edition("3", text, "keine Adresse", sha256));
    } catch (RefusalFault fault) {
      Refusal why = fault.getFaultMessage().getRefusal();
      System.out.printf("refused %s %s: %s%n", why.getReason(), why.getField(), why.getRule());
    }
  }
}
