package communique.bench;

import communique.support.Heap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** What of this machine the servers use, as Linux tells it in {@code /proc}. */
public record Machine(ProcessHandle archive, ProcessHandle database) {
  /** Of one clock tick, as all Linux machines of today count. */
  private static final double TICK = 0.01;

  /** Processor time from a start on, in seconds. */
  record Used(double archive, double database, double all) {
    Used since(Used earlier) {
      return new Used(archive - earlier.archive, database - earlier.database, all - earlier.all);
    }

    /** How many processors were busy, on the average. */
    String over(double seconds) {
      return String.format(
          Locale.ROOT,
          "%.1f server, %.1f PostgreSQL, %.1f other",
          archive / seconds,
          database / seconds,
          Math.max(0, all - archive - database) / seconds);
    }
  }

  Used used() throws IOException {
    double workers = 0;
    for (ProcessHandle worker : (Iterable<ProcessHandle>) database.descendants()::iterator) {
      workers += ticks(worker);
    }
    return new Used(ticks(archive) * TICK, (workers + ticks(database)) * TICK, all());
  }

  /** The memory of the archive's server that is in use now, in MB: all of it, and of its heap. */
  String memory() throws IOException, InterruptedException {
    return "%d MB resident, %d MB of heap after collection".formatted(resident(), heap());
  }

  /** In MB. */
  long resident() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", "" + archive.pid(), "status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(0L)
          / 1024;
    }
  }

  /** In MB, after a garbage collection. */
  long heap() throws IOException, InterruptedException {
    return Heap.inUse(archive) / 1024;
  }

  static String load() throws IOException {
    return Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0];
  }

  /** The first of these programs that can be run. */
  static Optional<Path> program(String name, String... folders) {
    return Stream.concat(
            Stream.of(folders),
            Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin:/bin").split(":", -1)))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Runs a program to its end and gives what it printed. */
  static String run(List<String> command) throws IOException, InterruptedException {
    return run(new ProcessBuilder(command));
  }

  static String run(ProcessBuilder builder) throws IOException, InterruptedException {
    Process process = builder.redirectErrorStream(true).start();
    String printed =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(builder.command().get(0) + " failed: " + printed);
    }
    return printed;
  }

  private static double all() throws IOException {
    String[] words = Files.readString(Path.of("/proc/stat")).split("\n", 2)[0].split(" +", -1);
    double busy = 0;
    for (int i : new int[] {1, 2, 3, 6, 7}) {
      busy += Double.parseDouble(words[i]);
    }
    return busy * TICK;
  }

  // The 14th and 15th field; the 2nd is a name in brackets that may hold anything.
  private static double ticks(ProcessHandle process) {
    try {
      String stat = Files.readString(Path.of("/proc", "" + process.pid(), "stat"));
      String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return Double.parseDouble(words[11]) + Double.parseDouble(words[12]);
    } catch (IOException e) {
      return 0; // It has ended.
    }
  }
}
