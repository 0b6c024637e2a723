package communique.readingroom.article;

import communique.briefing.Byline;
import communique.briefing.Contact;
import communique.briefing.Content;
import communique.briefing.Issued;
import communique.briefing.MediaFile;
import communique.briefing.Mention;
import communique.briefing.Place;
import communique.briefing.Placement;
import communique.briefing.Translation;
import communique.briefing.Version;
import communique.readingroom.page.Words;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a version beside its body, as one text each. */
final class FieldText {
  private static final int OF_A_DIGEST = 12;

  private FieldText() {}

  /**
   * What a version says in a field; empty when it says nothing.
   *
   * @param field as the canonical form names it
   * @param media of which only what is shown is told
   */
  static String of(String field, Version version, ShownMedia media, Words words) {
    Content content = version.content();
    return switch (field) {
      case "headline" -> text(content.headline());
      case "subheadline" -> text(content.subheadline());
      case "section" -> text(content.section());
      case "issued" -> issued(content.issued(), version);
      case "bylines" -> list("; ", content.bylines().stream().map(FieldText::byline));
      case "contact" -> contact(content.contact());
      case "media" ->
          list("\n", media.recalled().shown(content).stream().map(FieldText::placement));
      case "mentions" -> list(", ", content.mentions().stream().map(Mention::name));
      case "places" -> list(", ", content.places().stream().map(Place::name));
      case "subjects" -> list(", ", content.subjects().stream());
      case "keywords" -> list(", ", content.keywords().stream());
      case "rights" -> text(content.rights());
      case "webAddress" -> text(content.webAddress());
      case "translation" -> translation(version.translation(), words);
      default -> "";
    };
  }

  private static String issued(@Nullable Issued issued, Version version) {
    return issued == null ? "" : Words.issued(issued, version.language());
  }

  private static String byline(Byline byline) {
    return list(", ", Stream.of(byline.name(), byline.role(), byline.email()));
  }

  private static String contact(@Nullable Contact contact) {
    return contact == null
        ? ""
        : list(", ", Stream.of(contact.name(), contact.email(), contact.telephone()));
  }

  private static String placement(Placement placement) {
    MediaFile file = placement.file();
    return list(
        " · ",
        Stream.of(
            placement.caption(),
            placement.alternativeText(),
            placement.credit(),
            file == null
                ? null
                : "SHA-256 " + file.sha256().hex().substring(0, OF_A_DIGEST) + "…"));
  }

  private static String translation(@Nullable Translation translation, Words words) {
    return translation == null
        ? ""
        : list(
            ", ",
            Stream.of(
                words.nameOf(translation.from()),
                translation.version() == null
                    ? null
                    : words.of("versions.number", "" + translation.version()),
                translation.translator()));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String list(String between, Stream<? extends @Nullable String> parts) {
    return parts.filter(Objects::nonNull).collect(Collectors.joining(between));
  }
}
