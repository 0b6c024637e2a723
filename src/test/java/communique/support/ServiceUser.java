package communique.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The user as whom PostgreSQL and Elasticsearch run, since both refuse to be root: the caller, or
 * nobody (65534) where the caller is root. Nobody may not pass through a private folder, so what it
 * uses is then kept under /var/tmp.
 */
final class ServiceUser {
  private static final int NOBODY = 65534;
  private static final Path ELSEWHERE = Path.of("/var/tmp");

  private final boolean root;
  private final @Nullable Path setpriv;
  private final @Nullable Path setsid;

  ServiceUser() throws IOException, CannotRun {
    root = uid(Path.of("/proc/self").toRealPath()) == 0;
    setpriv = onPath("setpriv");
    setsid = onPath("setsid");
    if (root && setpriv == null) {
      throw new CannotRun(
          "PostgreSQL and Elasticsearch refuse to run as root, and setpriv (package util-linux),"
              + " which would start them as another user, is not installed.");
    }
    Path java = Path.of(System.getProperty("java.home"));
    if (root && !openToAll(java)) {
      throw new CannotRun(
          "Elasticsearch refuses to run as root, and no other user may read the JDK in "
              + java
              + ".");
    }
  }

  /** Kept apart from the terminal's Ctrl-C, and told to stop when this JVM is killed. */
  List<String> asCaller(List<String> command, String stopSignal) {
    return prefixed(command, stopSignal, false);
  }

  /** As {@link #asCaller}, and never as root. */
  List<String> asServiceUser(List<String> command, String stopSignal) {
    return prefixed(command, stopSignal, root);
  }

  /** The folder itself if the service user can reach it, else its stand-in under /var/tmp. */
  Path reachable(Path folder) throws IOException, CannotRun {
    if (!root || openToAll(folder)) {
      return folder;
    }
    Path standIn = ELSEWHERE.resolve("communique-" + shortDigest(folder));
    if (!Files.exists(standIn, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(standIn);
      Files.setPosixFilePermissions(standIn, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    if (!Files.isDirectory(standIn, LinkOption.NOFOLLOW_LINKS) || uid(standIn) != 0) {
      throw new CannotRun("The folder " + standIn + " is needed and belongs to somebody else.");
    }
    return standIn;
  }

  /** Makes a private folder of the service user. */
  Path own(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    if (root && uid(folder) != NOBODY) {
      try (Stream<Path> tree = Files.walk(folder)) {
        for (Path path : (Iterable<Path>) tree::iterator) {
          give(path);
        }
      }
    }
    return folder;
  }

  /** Gives one file or folder to the service user. */
  void give(Path path) throws IOException {
    if (root) {
      Files.setAttribute(path, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private List<String> prefixed(List<String> command, String stopSignal, boolean unprivileged) {
    List<String> whole = new ArrayList<>();
    if (setsid != null) {
      whole.add(setsid.toString());
    }
    if (setpriv != null) {
      whole.addAll(List.of(setpriv.toString(), "--pdeathsig", stopSignal));
      if (unprivileged) {
        whole.addAll(List.of("--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
      }
      whole.add("--");
    }
    whole.addAll(command);
    return whole;
  }

  private static boolean openToAll(Path folder) throws IOException {
    for (Path at = folder.toRealPath(); at != null; at = at.getParent()) {
      if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }

  private static int uid(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  private static @Nullable Path onPath(String program) {
    Map<String, String> environment = System.getenv();
    for (String folder : environment.getOrDefault("PATH", "/usr/bin:/bin").split(":", -1)) {
      Path candidate = Path.of(folder, program);
      if (Files.isExecutable(candidate)) {
        return candidate;
      }
    }
    return null;
  }

  private static String shortDigest(Path folder) {
    byte[] name = folder.toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(sha256(name), 0, 8);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
