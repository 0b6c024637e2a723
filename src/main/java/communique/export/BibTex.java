package communique.export;

import communique.briefing.Content;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a citation for BibTeX, as an entry {@code @misc} in UTF-8, with the fields of biblatex
 * beside those of old. Names and titles stand in braces of their own, so that they are neither cut
 * into parts nor set in other cases.
 */
final class BibTex {
  private final StringBuilder entry = new StringBuilder(1000);

  private BibTex() {}

  static byte[] write(Publication publication) {
    BibTex bibTex = new BibTex();
    bibTex.entry(publication, Citation.of(publication));
    return bibTex.entry.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void entry(Publication publication, Citation citation) {
    Content content = publication.content();
    entry.append("@misc{").append(citation.key());
    raw("author", names(citation.authors()));
    raw("title", "{" + escaped(citation.title()) + "}");
    field("subtitle", content.subheadline());
    if (citation.translator() != null) {
      raw("translator", names(List.of(citation.translator())));
    }
    if (citation.issued() != null) {
      raw("year", "" + citation.issued().getYear());
      raw("date", citation.issued().toString());
    }
    field("organization", publication.officeName());
    field("type", Printed.kind(publication.version().briefing().kind()));
    field("number", publication.version().briefing().reference());
    field("version", "" + publication.version().number());
    field("langid", publication.version().language().tag());
    if (!content.keywords().isEmpty()) {
      field("keywords", String.join(", ", content.keywords()));
    }
    field("note", content.rights());
    if (content.webAddress() != null) {
      raw("howpublished", address(content.webAddress().toASCIIString()));
    }
    raw("url", address(citation.address().toString()));
    entry.append("\n}\n");
  }

  private void field(String name, @Nullable String value) {
    if (value != null) {
      raw(name, escaped(Printed.line(value)));
    }
  }

  private void raw(String name, String value) {
    entry.append(",\n  ").append(name).append(" = {").append(value).append("}");
  }

  private static String names(List<String> names) {
    return names.stream()
        .map(name -> "{" + escaped(name) + "}")
        .collect(Collectors.joining(" and "));
  }

  // BibTeX counts braces even behind a backslash, so a brace is written by its name.
  private static String escaped(String text) {
    return text.codePoints().mapToObj(BibTex::escaped).collect(Collectors.joining());
  }

  private static String escaped(int c) {
    return switch (c) {
      case '\\' -> "\\textbackslash{}";
      case '{' -> "\\textbraceleft{}";
      case '}' -> "\\textbraceright{}";
      case '~' -> "\\textasciitilde{}";
      case '^' -> "\\textasciicircum{}";
      case '#', '$', '%', '&', '_' -> "\\" + Character.toString(c);
      default -> Character.toString(c);
    };
  }

  // Addresses are taken as they are; these signs would end the field.
  private static String address(String address) {
    return address.replace("{", "%7B").replace("}", "%7D");
  }
}
