package communique.support;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One server process, and its pid file, by which the next run finds a process that outlived a
 * killed one.
 */
final class Child {
  /**
   * The kernel sends the parent-death signal when the <em>thread</em> that started the child ends,
   * so one thread that never ends starts them all.
   */
  private static final ExecutorService STARTER =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "starter-of-servers");
            thread.setDaemon(true);
            return thread;
          });

  private final String name;
  private final Path pidFile;
  private final Path log;
  private final String mark;
  private @Nullable Process process;

  /**
   * @param mark a text that only this server's command line holds, so that a number in an old pid
   *     file is never taken for a process that has nothing to do with us
   */
  Child(String name, Places places, String mark) {
    this.name = name;
    this.pidFile = places.pidFile(name);
    this.log = places.log(name);
    this.mark = mark;
  }

  String name() {
    return name;
  }

  Path log() {
    return log;
  }

  /** Starts the command with this environment and no other. */
  void start(List<String> command, Map<String, String> environment, Path folder)
      throws IOException {
    Files.createDirectories(pidFile.getParent());
    Files.createDirectories(log.getParent());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(log.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process started = onStarter(builder);
    process = started;
    Files.writeString(pidFile, Long.toString(started.pid()));
  }

  boolean alive() throws IOException {
    return find().isPresent();
  }

  /** Asks the process to end, waits, and ends it; does nothing when there is none. */
  void stop(Duration patience) throws IOException {
    Optional<ProcessHandle> found = find();
    if (found.isPresent()) {
      end(found.get(), ProcessHandle::destroy, patience);
    }
    Files.deleteIfExists(pidFile);
  }

  /** Ends the process as a power cut would. */
  void kill() throws IOException {
    Optional<ProcessHandle> found = find();
    if (found.isPresent()) {
      end(found.get(), ProcessHandle::destroyForcibly, Duration.ofSeconds(10));
    }
  }

  /** The process, if it runs. */
  Optional<ProcessHandle> find() throws IOException {
    if (process != null) {
      return process.isAlive() ? Optional.of(process.toHandle()) : Optional.empty();
    }
    if (!Files.exists(pidFile)) {
      return Optional.empty();
    }
    String pid = Files.readString(pidFile).strip();
    if (!pid.matches("\\d{1,9}")) {
      return Optional.empty();
    }
    return ProcessHandle.of(Long.parseLong(pid)).filter(found -> commandLine(pid).contains(mark));
  }

  private static String commandLine(String pid) {
    try {
      return Files.readString(Path.of("/proc", pid, "cmdline"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // It ended between the two looks: a process without a command line is not ours.
      return "";
    }
  }

  private static void end(
      ProcessHandle process, Predicate<ProcessHandle> signal, Duration patience) {
    List<ProcessHandle> family = process.descendants().toList();
    boolean sent = signal.test(process);
    try {
      process.onExit().get(sent ? patience.toMillis() : 0, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IllegalStateException("waiting for a process cannot fail", e);
    }
    family.forEach(ProcessHandle::destroyForcibly);
  }

  private static Process onStarter(ProcessBuilder builder) throws IOException {
    try {
      return CompletableFuture.supplyAsync(
              () -> {
                try {
                  return builder.start();
                } catch (IOException e) {
                  throw new CompletionException(e);
                }
              },
              STARTER)
          .join();
    } catch (CompletionException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
