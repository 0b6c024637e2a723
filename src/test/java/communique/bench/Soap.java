package communique.bench;

import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The SOAP services beside another archive with SOAP services. */
record Soap(RunningSystem system, Wrk wrk, Table table) {
  /** Where the build puts the other archive. */
  private static final Path PARTS = Path.of("target/opencmis").toAbsolutePath();

  /** How many documents have the words that others have not. */
  private static final int RARE = 20;

  private static final int OCCASIONAL = 5_000;

  private static final String TYPE = "text/xml; charset=utf-8";

  /**
   * What the other archive does; absent where it is not to be had.
   *
   * @param documents how many it holds: as many as this archive, since both may cost more then
   */
  @Nullable Peer peer(int documents) throws IOException, InterruptedException {
    if (!Files.exists(PARTS)) {
      return null;
    }
    Path folder = Files.createDirectories(wrk.folder().resolve("opencmis"));
    try (OpenCmis cmis = OpenCmis.start(PARTS, folder)) {
      String document = cmis.fill(documents, RARE, OCCASIONAL);
      Rate read = wrk.best(cmis.getObject(document), 4);
      Rate rare = wrk.best(cmis.query(Texts.RARE), 4);
      Rate occasional = wrk.best(cmis.query(Texts.OCCASIONAL), 4);
      Rate common = wrk.best(cmis.query(Texts.COMMON), 4);
      return new Peer(read, wrk.best(cmis.createDocument(), 4), rare, occasional, common);
    }
  }

  /**
   * Measures the archive.
   *
   * @param id of a briefing
   */
  void measure(@Nullable Peer peer, String id, String authorization)
      throws IOException, InterruptedException {
    table.add(
        "GetBriefing over SOAP, 16 connections; floor OpenCMIS in memory, getObject",
        peer == null ? null : peer.read(),
        wrk.best(new Wrk.Load(system.httpUri(), 16, asking(Texts.getBriefing(id))), 4),
        "2");
    table.add(
        "durable DepositBriefing over SOAP (HTTPS, Basic), 8 connections; floor OpenCMIS in memory,"
            + " createDocument (HTTP)",
        peer == null ? null : peer.create(),
        wrk.best(
            new Wrk.Load(
                system.httpsUri(),
                8,
                Wrk.sending(
                    "/soap/deposit",
                    Texts.soap(),
                    "Authorization",
                    authorization,
                    "Content-Type",
                    TYPE)),
            4),
        "5");
  }

  /** Hands over briefings with words that no other has, as the other archive has them. */
  void depositRare(RestClient depositor) throws IOException, InterruptedException {
    deposit(depositor, Texts.RARE, RARE);
    deposit(depositor, Texts.OCCASIONAL, OCCASIONAL);
  }

  private static void deposit(RestClient depositor, String word, int count)
      throws IOException, InterruptedException {
    String text = Texts.with(word, Texts.json());
    for (int i = 0; i < count; i++) {
      depositor.must("POST", "briefings", text.replace("@@", word + "-" + i));
    }
  }

  /** Measures its search, when all is indexed. */
  void search(@Nullable Peer peer) throws IOException, InterruptedException {
    search("that " + RARE + " briefings have", Texts.RARE, peer == null ? null : peer.rare());
    search(
        "that " + OCCASIONAL + " briefings have",
        Texts.OCCASIONAL,
        peer == null ? null : peer.occasional());
    search("that all have", Texts.COMMON, peer == null ? null : peer.common());
  }

  private void search(String who, String word, @Nullable Rate floor)
      throws IOException, InterruptedException {
    table.add(
        "SearchBriefings over SOAP for a word "
            + who
            + ", 8 connections; floor OpenCMIS in memory, query",
        floor,
        wrk.best(new Wrk.Load(system.httpUri(), 8, asking(Texts.searchBriefings(word))), 4),
        "10");
  }

  private static String asking(String message) {
    return Wrk.sending("/soap/retrieval", message, "Content-Type", TYPE);
  }

  /**
   * What another archive does.
   *
   * @param read a document without its content
   * @param create a document
   * @param rare a query for a word that few of all documents have
   * @param occasional a query for a word that some have
   * @param common a query for a word that all have
   */
  record Peer(Rate read, Rate create, Rate rare, Rate occasional, Rate common) {}
}
