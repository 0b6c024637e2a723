package communique.support;

import com.ibm.icu.text.Transliterator;
import communique.analysis.German;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.ko.KoreanAnalyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;
import org.elasticsearch.plugin.analysis.TokenFilterFactory;
import org.elasticsearch.plugin.analysis.TokenizerFactory;

/** Packs {@code communique.analysis} as a stable plugin of Elasticsearch. */
final class AnalysisPlugin {
  private static final List<Class<?>> KINDS =
      List.of(AnalyzerFactory.class, TokenFilterFactory.class, TokenizerFactory.class);

  private AnalysisPlugin() {}

  /** Installs or renews the plugin; a node that runs keeps the files it has opened. */
  static void installInto(Path elasticsearch) throws IOException, CannotRun {
    Path plugin = Files.createDirectories(elasticsearch.resolve("plugins/communique-analysis"));
    Files.setPosixFilePermissions(plugin, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path classes = Resources.sourceOf(German.class).resolve("communique/analysis");
    String name = elasticsearch.getFileName().toString();
    String version = name.substring(name.indexOf('-') + 1);
    for (Class<?> used :
        List.of(KoreanAnalyzer.class, ICUFoldingFilter.class, Transliterator.class)) {
      Path library = Resources.sourceOf(used);
      put(plugin.resolve(library.getFileName()), Files.readAllBytes(library));
    }
    put(plugin.resolve("communique-analysis.jar"), jar(classes));
    put(plugin.resolve("named_components.json"), bytes(namedComponents(classes)));
    put(
        plugin.resolve("stable-plugin-descriptor.properties"),
        bytes(
            """
            name=communique-analysis
            description=The language analyzers of a full Elasticsearch, for the embedded node
            version=1
            elasticsearch.version=%s
            java.version=17
            """
                .formatted(version)));
  }

  private static void put(Path file, byte[] content) throws IOException {
    if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), content)) {
      return;
    }
    Path fresh = file.resolveSibling("../../" + file.getFileName() + ".new").normalize();
    Files.write(fresh, content);
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** The same classes give the same bytes, so that a plugin that did not change is left alone. */
  private static byte[] jar(Path classes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream jar = new ZipOutputStream(bytes)) {
      for (Path file : filesOf(classes)) {
        ZipEntry entry = new ZipEntry("communique/analysis/" + file.getFileName());
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        jar.putNextEntry(entry);
        Files.copy(file, jar);
        jar.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static String namedComponents(Path classes) throws IOException {
    Map<String, Map<String, String>> components = new TreeMap<>();
    for (Path file : filesOf(classes)) {
      Class<?> type = load(file);
      NamedComponent name = type.getAnnotation(NamedComponent.class);
      if (name != null) {
        for (Class<?> kind : KINDS) {
          if (kind.isAssignableFrom(type)) {
            components
                .computeIfAbsent(kind.getName(), none -> new TreeMap<>())
                .put(name.value(), type.getName());
          }
        }
      }
    }
    return object(components, names -> object(names, AnalysisPlugin::quoted));
  }

  private static Class<?> load(Path file) throws IOException {
    String simpleName = file.getFileName().toString().replace(".class", "");
    try {
      return Class.forName(German.class.getPackageName() + "." + simpleName);
    } catch (ClassNotFoundException e) {
      throw new IOException("a class that is not a class: " + file, e);
    }
  }

  private static <V> String object(Map<String, V> members, Function<V, String> value) {
    return members.entrySet().stream()
        .map(member -> quoted(member.getKey()) + ": " + value.apply(member.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String quoted(String name) {
    return '"' + name + '"';
  }

  private static List<Path> filesOf(Path classes) throws IOException {
    try (Stream<Path> files = Files.list(classes)) {
      return files.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
