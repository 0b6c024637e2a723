package communique.deposit.imports;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.imports.ImportForm;
import communique.briefing.imports.ImportJob;
import communique.media.ImportFiles;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Works a file through from the last line that is safe: while some lines are written, the next are
 * read. Memory holds two batches, whatever the size of the file.
 */
@ApplicationScoped
class ImportRun {
  private static final System.Logger LOG = System.getLogger(ImportRun.class.getName());
  private static final int MOST_LINES = 500;
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  @Inject private JobRecord record;
  @Inject private ImportBatch batch;
  @Inject private ImportFiles files;
  @Resource private ManagedExecutorService executor;
  @Resource private ManagedScheduledExecutorService timer;

  /**
   * Goes on with a job until it is done or the node stops.
   *
   * @throws Refusal RECORD_UNAVAILABLE when the database is away; the job can go on later
   */
  void run(UUID id, UUID holder, BooleanSupplier stopping) {
    ImportJob job = record.find(id).orElseThrow();
    // Unpacking, and the media of a batch, may take longer than what another node waits.
    Lease lease = Lease.kept(timer, () -> record.renew(id, holder));
    try (Holdings holdings = Holdings.open(job.form(), files.place(id))) {
      if (takeFile(job, holder, holdings, stopping)
          && takeParked(job, holder, holdings, stopping)) {
        finish(job);
      }
    } catch (ImportBatch.LostJob lost) {
      LOG.log(System.Logger.Level.INFO, "import {0}: {1}", id, lost.getMessage());
    } catch (IOException | UncheckedIOException e) {
      LOG.log(System.Logger.Level.WARNING, "import " + id + " has a broken file", e);
      giveUp(id, "the file cannot be read on: " + e.getMessage());
    } finally {
      lease.close();
    }
  }

  /** Ends a job that cannot go on. */
  void giveUp(UUID id, String why) {
    record.end(id, ImportJob.State.FAILED, why);
    files.drop(id);
  }

  // Who packs files of lines has some; one of which nothing was understood is not done.
  private void finish(ImportJob job) {
    boolean packed = job.form() == ImportForm.ZIP || job.form() == ImportForm.TAR;
    if (packed && record.find(job.id()).map(now -> now.counts().lines() == 0).orElse(false)) {
      giveUp(job.id(), "there is no line in it: no file ends in .ndjson, .jsonl or .txt");
      return;
    }
    record.end(job.id(), ImportJob.State.DONE, null);
    files.drop(job.id());
  }

  private boolean takeFile(ImportJob job, UUID holder, Holdings holdings, BooleanSupplier stopping)
      throws IOException {
    LineReader reader = new LineReader(job.terms(), holdings);
    Done done = new Done(job.counts().line(), record.ahead(job.id()));
    CompletableFuture<Batch> next =
        CompletableFuture.supplyAsync(() -> next(holdings, reader, done), executor);
    while (true) {
      Batch now = joined(next);
      if (now.lines().isEmpty()) {
        return true;
      }
      if (stopping.getAsBoolean()) {
        return false;
      }
      next = CompletableFuture.supplyAsync(() -> next(holdings, reader, done), executor);
      try {
        take(job, holder, now);
      } finally {
        // The file is not closed while it is read.
        next.handle((read, failure) -> "").join();
      }
    }
  }

  private boolean takeParked(
      ImportJob job, UUID holder, Holdings holdings, BooleanSupplier stopping) {
    LineReader reader = new LineReader(job.terms(), holdings);
    List<RawLine> raw = record.parked(job.id(), MOST_LINES);
    while (!raw.isEmpty()) {
      if (stopping.getAsBoolean()) {
        return false;
      }
      List<Reading.Line> lines = raw.stream().map(reader::read).toList();
      for (Reading.Line line : lines) {
        try {
          batch.takeParked(job, holder, line);
        } catch (RuntimeException failure) {
          batch.giveUpParked(job, holder, line, unexpected(job, line, failure));
        }
      }
      raw = record.parked(job.id(), MOST_LINES);
    }
    return true;
  }

  // What builds on other lines is taken in after them, in a transaction of its own: the tails of
  // journal and ledger are kept from all others no longer than one of them takes.
  private void take(ImportJob job, UUID holder, Batch all) {
    List<List<Reading.Line>> waves = Placing.waves(all.lines());
    int last = waves.size() - 1;
    waves.subList(0, last).forEach(wave -> take(job, holder, wave, Progress.NONE));
    take(job, holder, waves.get(last), all.progress());
  }

  // What fails as a whole is tried in halves, so that one line that the database does not take
  // costs none but itself.
  private void take(ImportJob job, UUID holder, List<Reading.Line> lines, Progress progress) {
    try {
      batch.take(job, holder, lines, progress);
    } catch (RuntimeException failure) {
      if (lines.size() == 1) {
        Reading.Line line = lines.get(0);
        batch.giveUp(job, holder, line, progress, unexpected(job, line, failure));
      } else {
        passOn(failure);
        LOG.log(System.Logger.Level.WARNING, "import " + job.id() + ": tried in halves", failure);
        take(job, holder, lines.subList(0, lines.size() / 2), Progress.NONE);
        take(job, holder, lines.subList(lines.size() / 2, lines.size()), progress);
      }
    }
  }

  private static Refusal unexpected(ImportJob job, Reading.Line line, RuntimeException failure) {
    passOn(failure);
    String place = job.id() + ", line " + line.raw().number();
    LOG.log(System.Logger.Level.ERROR, "import " + place + " could not be kept", failure);
    return new Refusal(
        Reason.MALFORMED,
        "",
        "could not be kept, though no rule that is known is broken; the archive's log tells more",
        place,
        failure);
  }

  private static void passOn(RuntimeException failure) {
    if (failure instanceof Refusal || failure instanceof ImportBatch.LostJob) {
      throw failure;
    }
  }

  private static Batch joined(CompletableFuture<Batch> reading) throws IOException {
    try {
      return reading.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof UncheckedIOException broken) {
        throw new IOException(broken.getMessage(), broken);
      }
      throw e;
    }
  }

  // Skips what was done before a crash.
  private static Batch next(Holdings holdings, LineReader reader, Done done) {
    List<Reading.Line> lines = new ArrayList<>(MOST_LINES);
    long size = 0;
    long last = 0;
    try {
      while (lines.size() < MOST_LINES && size < MOST_BYTES) {
        RawLine raw = holdings.next();
        if (raw == null) {
          break;
        }
        last = raw.number();
        if (!done.has(last)) {
          lines.add(reader.read(raw));
          size += size(raw.bytes());
        }
      }
      return new Batch(lines, new Progress(last, holdings.bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static int size(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  /**
   * Lines that are taken in together.
   *
   * @param progress once they are
   */
  private record Batch(List<Reading.Line> lines, Progress progress) {}

  /** The lines that were done before: all up to one of them, and some behind it. */
  private record Done(long upTo, Set<Long> ahead) {
    boolean has(long line) {
      return line <= upTo || ahead.contains(line);
    }
  }
}
