package communique.bench;

import communique.support.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The SOAP services beside another archive with SOAP services. */
record Soap(RunningSystem system, Wrk wrk, Table table) {
  /** Where the build puts the other archive. */
  private static final Path PARTS = Path.of("target/opencmis").toAbsolutePath();

  /** How many documents it holds; it searches all of them for each query. */
  private static final int DOCUMENTS = 1_000;

  private static final String TYPE = "text/xml; charset=utf-8";

  /** What the other archive does; absent where it is not to be had. */
  @Nullable Peer peer() throws IOException, InterruptedException {
    if (!Files.exists(PARTS)) {
      return null;
    }
    Path folder = Files.createDirectories(wrk.folder().resolve("opencmis"));
    try (OpenCmis cmis = OpenCmis.start(PARTS, folder)) {
      String document = cmis.fill(DOCUMENTS);
      Rate read = wrk.best(cmis.getObject(document), 4);
      Rate found = wrk.best(cmis.query(), 4);
      return new Peer(read, wrk.best(cmis.createDocument(), 4), found);
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

  /** Measures its search, when all is indexed. */
  void search(@Nullable Peer peer) throws IOException, InterruptedException {
    table.add(
        "SearchBriefings over SOAP, 8 connections; floor OpenCMIS in memory, query over 1,000"
            + " documents",
        peer == null ? null : peer.query(),
        wrk.best(new Wrk.Load(system.httpUri(), 8, asking(Texts.searchBriefings())), 4),
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
   * @param query among all documents
   */
  record Peer(Rate read, Rate create, Rate query) {}
}
