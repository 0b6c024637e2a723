package communique.export;

import communique.briefing.Contact;
import communique.briefing.FullVersion;
import communique.briefing.GeneratedVersions;
import communique.briefing.LanguageTag;
import communique.briefing.MediaFile;
import communique.briefing.Office;
import communique.briefing.RecalledFiles;
import communique.briefing.Version;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Versions of all shapes with what belongs to them. */
final class Publications {
  /** A briefing that is linked with them. */
  static final UUID LINKED = UUID.fromString("01983a5c-7e1b-7c3e-9a55-000000000001");

  private Publications() {}

  static Publication of(Version version) {
    return of(version, RecalledFiles.NONE);
  }

  /** As everybody sees it when all its files were recalled. */
  static Publication recalled(Version version) {
    return of(
        version,
        new RecalledFiles(
            RecalledFiles.NONE.shownFiles(version.content()).stream()
                .map(MediaFile::sha256)
                .distinct()
                .collect(
                    Collectors.toMap(Function.identity(), file -> "Rights <unclear> & \"so\""))));
  }

  private static Publication of(Version version, RecalledFiles recalled) {
    LanguageTag ko = new LanguageTag("ko");
    Office office =
        new Office(
            version.briefing().office(),
            Map.of(ko, "대통령실", new LanguageTag("zh"), "總統府 <&>"),
            List.of(ko));
    return new Publication(
        version,
        office,
        URI.create("https://archive.example"),
        List.of(
            new Publication.Alternate(version.briefing().id(), ko, null),
            new Publication.Alternate(LINKED, new LanguageTag("fr"), version.language())),
        version.translation(),
        recalled,
        null);
  }

  static Publication everything() {
    return of(FullVersion.everything());
  }

  static Publication bare() {
    return of(FullVersion.bare());
  }

  /** One whose contact has nothing but a name. */
  static Publication named() {
    return of(FullVersion.contacted(new Contact("Desk", null, null)));
  }

  /** Those and many made by chance. */
  static Stream<Publication> all() {
    GeneratedVersions generated = new GeneratedVersions(17);
    Instant later = Instant.parse("2099-01-01T00:00:00.000250Z");
    return Stream.concat(
        Stream.of(
            everything(),
            everything().under(later),
            recalled(FullVersion.everything()),
            named(),
            bare(),
            bare().under(later)),
        Stream.generate(() -> of(generated.next())).limit(300));
  }
}
