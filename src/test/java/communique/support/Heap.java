package communique.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The heap of a Java program that runs on this machine, as its JDK tells it. */
public final class Heap {
  private Heap() {}

  /** How much of it is in use, in KB: what a garbage collection leaves, and nothing newer. */
  public static long inUse(ProcessHandle program) throws IOException, InterruptedException {
    return Stream.of(ask(program, "GC.class_histogram").split("\n", -1))
        .filter(line -> line.startsWith("Total"))
        .map(line -> Long.parseLong(line.strip().replaceAll(".* ", "")) / 1024)
        .findFirst()
        .orElseThrow();
  }

  private static String ask(ProcessHandle program, String what)
      throws IOException, InterruptedException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process process =
        new ProcessBuilder(jcmd.toString(), "" + program.pid(), what)
            .redirectErrorStream(true)
            .start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("jcmd failed: " + told);
    }
    return told;
  }
}
