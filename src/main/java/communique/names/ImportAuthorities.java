package communique.names;

import communique.access.Caller;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.StrictJson;
import communique.briefing.imports.Gzip;
import communique.briefing.imports.JsonLine;
import communique.briefing.imports.LineStream;
import communique.briefing.names.AuthorityReader;
import communique.database.NeedsDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Takes files of names in, line by line as they come. Unlike an import of briefings this needs no
 * file of its own and no job: names have no files beside them, a whole collection is taken in
 * within seconds, and who is cut off sends it again.
 */
@NeedsDatabase
@ApplicationScoped
public class ImportAuthorities {
  private static final int AT_ONCE = 250;

  @Inject private ImportBatch batch;

  /**
   * Takes a file in. An authority that is known by its identifiers gets the names that it lacks,
   * and loses none; one that a person has edited is left as it is. A line without identifiers means
   * who has been exactly as it says. The same file again changes nothing.
   *
   * @param file NDJSON, plain or gzip
   * @throws Refusal NOT_AUTHENTICATED or NOT_ALLOWED when the caller keeps no names; MALFORMED when
   *     the file is gzip and damaged or cut off: much of what came before is taken in, and the
   *     whole file may be sent again
   * @throws IOException when the connection breaks; the same holds
   */
  public AuthorityImport take(Caller caller, InputStream file) throws IOException {
    caller.mustKeepNames();
    Tally tally = new Tally();
    try (LineStream lines = new LineStream(Gzip.unpacked(file))) {
      List<ImportBatch.Line> gathered = new ArrayList<>(AT_ONCE);
      long number = 0;
      for (LineStream.Line line = lines.next(); line != null; line = lines.next()) {
        number++;
        if (!line.isBlank()) {
          read(number, line, gathered, tally);
        }
        if (gathered.size() == AT_ONCE) {
          batch.take(gathered, caller.name(), tally);
          gathered.clear();
        }
      }
      batch.take(gathered, caller.name(), tally);
    } catch (ZipException | EOFException e) {
      throw new Refusal(Reason.MALFORMED, "", "must be gzip without damage (RFC 1952)", "", e);
    }
    return tally.told();
  }

  private static void read(
      long number, LineStream.Line line, List<ImportBatch.Line> gathered, Tally tally) {
    try {
      gathered.add(
          new ImportBatch.Line(
              number, AuthorityReader.line(StrictJson.object(JsonLine.text(line.bytes())))));
    } catch (Refusal refusal) {
      tally.refused(number, refusal);
    }
  }
}
