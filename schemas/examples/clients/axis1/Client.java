import archive.*;
import archive.holders.HitsHolder;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Date;
import java.util.GregorianCalendar;
import javax.xml.rpc.holders.BooleanHolder;
import javax.xml.rpc.holders.LongHolder;
import javax.xml.rpc.holders.StringHolder;
import org.apache.axis.client.Stub;

/** Hands a briefing with a photo over, corrects it and reads it back, with Axis 1.4. */
final class Client {
  private static final String KEY = "axis-" + System.currentTimeMillis();

  private static Deposit deposits() throws Exception {
    Deposit deposit = new DepositServiceLocator().getDepositSoap11Port();
    ((Stub) deposit).setUsername(System.getenv("COMMUNIQUE_USER"));
    ((Stub) deposit).setPassword(System.getenv("COMMUNIQUE_PASSWORD"));
    return deposit;
  }

  /** A day; Axis takes it in the time zone of this machine. */
  private static Date day(int year, int month, int day) {
    return new GregorianCalendar(year, month - 1, day).getTime();
  }

  // Axis has made arrays of the lists, and of what may be absent classes that may be null.
  private static EditionSubmission edition(String step, String text, String email, File file) {
    Content content = new Content();
    content.setSection("Außenpolitik");
    content.setIssued(new Issued(day(2026, 3, 17), null, null));
    content.setBylines(new Byline[] {new Byline("Tomas Reuter", "Von", email)});
    content.setContact(new Contact(null, "press@president.valdoria.example", null));
    Block paragraph = new Block();
    paragraph.setType(BlockType.paragraph);
    paragraph.setText(new Span[] {new Span(text, null, null)});
    content.setBody(new Block[] {paragraph});
    Placement placement = new Placement();
    placement.setRole(PlacementRole.photo);
    placement.setCaption("Präsidentin Elena Varga am Telefon, Lindhaven, 16. März");
    placement.setCredit("Präsidentschaft von Valdorien");
    placement.setFile(file);
    content.setMedia(new Placement[] {placement});
    content.setKeywords(new String[] {KEY});
    // The same again with the same reference gives the same receipt: safe after a time-out.
    return new EditionSubmission(KEY + "/" + step, "de", null, null, content);
  }

  private static Receipt deposit(Deposit deposit, EditionSubmission edition) throws Exception {
    return deposit.depositBriefing("XV-PRES", Kind.readOut, day(2026, 3, 16), edition);
  }

  /** What was taken in is found a moment later. */
  private static String find(Retrieval retrieval, String briefing) throws Exception {
    for (int i = 0; i < 50; i++) {
      HitsHolder hits = new HitsHolder();
      retrieval.searchBriefings('"' + KEY + '"', null, null, null, null,
          new LongHolder(), new BooleanHolder(), hits, new StringHolder());
      // An empty list comes as null.
      for (Hit hit : hits.value == null ? new Hit[0] : hits.value) {
        if (hit.getBriefingId().equals(briefing)) {
          return briefing;
        }
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("not found");
  }

  private static byte[] read(String file) throws IOException {
    try (DataInputStream in = new DataInputStream(new FileInputStream(file))) {
      byte[] bytes = new byte[in.available()];
      in.readFully(bytes);
      return bytes;
    }
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
    Deposit deposit = deposits();
    Retrieval retrieval = new RetrievalServiceLocator().getRetrievalSoap11Port();
    byte[] photo = read(arguments[0]);
    String text = "Präsidentin Elena Varga telefonierte am 16. März mit zwei Präsidenten.";
    String longer = text + " Beide Gespräche dauerten eine Stunde.";
    String email = "t.reuter@president.valdoria.example";

    // Axis 1.4 knows no MTOM: the bytes go in base64.
    File whole = new File();
    whole.setContentType("image/jpeg");
    whole.setContent(photo);
    Receipt receipt = deposit(deposit, edition("1", text, email, whole));
    System.out.println("briefing " + receipt.getBriefingId());

    Edition first = retrieval.getBriefing(receipt.getBriefingId(), null).getEditions()[0];
    String address = first.getContent().getMedia()[0].getFile().getSha256();
    // The archive has the photo by now, so its digest is enough.
    File known = new File();
    known.setContentType("image/jpeg");
    known.setSha256(address);
    EditionSubmission correction = edition("2", longer, email, known);
    correction.getContent().setReasonForChange("Dauer ergänzt");
    deposit.correctBriefing(
        receipt.getBriefingId(), receipt.getVersion(), Significance.minor, correction);

    Edition read = retrieval.getBriefing(receipt.getBriefingId(), null).getEditions()[0];
    check(read.getContent().getBody()[0].getText()[0].getText().equals(longer));
    check(read.getContent().getHeadline() == null);
    System.out.println("version " + read.getVersion());
    System.out.println("found " + find(retrieval, receipt.getBriefingId()));
    check(Arrays.equals(retrieval.getMedia(address).getContent(), photo));
    System.out.println("media " + address);

    try {
      deposit(deposit, edition("3", text, "keine Adresse", known));
    } catch (Refusal why) {
      System.out.printf("refused %s %s: %s%n", why.getReason(), why.getField(), why.getRule());
    }
  }
}
