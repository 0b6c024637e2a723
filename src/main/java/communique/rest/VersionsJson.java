package communique.rest;

import communique.briefing.LanguageTag;
import communique.briefing.Moment;
import communique.briefing.VersionJson;
import communique.reading.ListVersions;
import jakarta.json.stream.JsonGenerator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the versions of an edition in short. */
final class VersionsJson {
  private VersionsJson() {}

  static byte[] page(
      UUID briefing, LanguageTag language, ListVersions.Page page, @Nullable String next) {
    return Json.bytes(
        json -> {
          json.writeStartObject().writeStartArray("versions");
          page.versions()
              .forEach(
                  version ->
                      version(
                          json, version, Addresses.version(briefing, language, version.number())));
          json.writeEnd();
          Json.text(json, "next", next);
          json.writeEnd();
        });
  }

  private static void version(JsonGenerator json, Moment version, String href) {
    var significance = version.significance();
    json.writeStartObject();
    json.write("version", version.number());
    json.write("acceptedAt", VersionJson.instant(version.acceptedAt()));
    json.write("publicFrom", VersionJson.instant(version.publicFrom()));
    Json.text(json, "significance", significance == null ? null : significance.code());
    Json.text(json, "reason", version.reason());
    Json.text(json, "digest", version.digest());
    if (version.redacted()) {
      json.write("redacted", true);
    }
    json.write("href", href);
    NoticePart.write(json, version.withdrawal());
    if (version.erased()) {
      json.write("erased", true);
    }
    json.writeEnd();
  }
}
