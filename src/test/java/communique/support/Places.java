package communique.support;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Where things lie. The parts (unpacked servers) are shared by the run and the tests; the home
 * (data, logs, passwords) belongs to one running system.
 *
 * @param home what is kept between runs
 * @param parts the unpacked servers
 * @param liberty the unpacked Open Liberty
 * @param elasticsearch the unpacked Elasticsearch
 * @param war the exploded WAR
 * @param project the folder of the pom
 */
record Places(Path home, Path parts, Path liberty, Path elasticsearch, Path war, Path project) {

  static Places fromSystemProperties() throws CannotRun {
    return new Places(
        folder("home"),
        folder("parts"),
        folder("liberty"),
        folder("elasticsearch"),
        folder("war"),
        folder("project"));
  }

  /** The same parts for another system, whose home lies beside this one. */
  Places withHome(String name) {
    return new Places(home.resolveSibling(name), parts, liberty, elasticsearch, war, project);
  }

  Path log(String server) {
    return home.resolve("logs").resolve(fileName(server) + ".log");
  }

  Path pidFile(String server) {
    return home.resolve("pids").resolve(fileName(server) + ".pid");
  }

  private static String fileName(String server) {
    return server.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private static Path folder(String name) throws CannotRun {
    String value = System.getProperty("communique." + name);
    if (value == null) {
      throw new CannotRun(
          "The folder communique." + name + " is not given: start the archive by mvn.");
    }
    return Path.of(value).toAbsolutePath().normalize();
  }
}
