package communique.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks PostgreSQL from the jar that carries it, once per version. */
final class PostgresBinaries {
  private PostgresBinaries() {}

  /** Returns the folder with {@code bin}, {@code lib} and {@code share}. */
  static Path unpackedIn(Path parts) throws IOException, CannotRun {
    String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    URL archive = PostgresBinaries.class.getResource("/postgres-linux-" + machine + ".txz");
    if (archive == null) {
      throw new CannotRun("There is no PostgreSQL for this machine among the Maven artifacts.");
    }
    Path folder = parts.resolve(versioned(archive));
    if (!Files.exists(folder)) {
      Path fresh = Files.createTempDirectory(Files.createDirectories(parts), "postgres");
      unpack(archive, fresh);
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    }
    return folder;
  }

  /** The name of the jar without its ending: it holds the version. */
  private static String versioned(URL archive) {
    String jar = archive.getPath().substring(0, archive.getPath().indexOf(".jar!"));
    return jar.substring(jar.lastIndexOf('/') + 1);
  }

  private static void unpack(URL archive, Path folder) throws IOException {
    try (InputStream packed = new BufferedInputStream(archive.openStream());
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("an entry outside its archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
          Files.copy(tar, target);
          boolean program = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }
}
