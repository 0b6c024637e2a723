package communique.export;

import communique.briefing.Content;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Writes a citation in the RIS format: lines of two-letter tags, ended by CR and LF. */
final class Ris {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu/MM/dd/");

  private final StringBuilder lines = new StringBuilder(1000);

  private Ris() {}

  static byte[] write(Publication publication) {
    Ris ris = new Ris();
    ris.citation(publication, Citation.of(publication));
    return ris.lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void citation(Publication publication, Citation citation) {
    Content content = publication.content();
    line("TY", "GOVDOC");
    line("ID", citation.key());
    citation.authors().forEach(author -> line("AU", author));
    line("TI", citation.title());
    line("T2", content.section());
    line("TA", citation.translator());
    if (citation.issued() != null) {
      line("PY", "" + citation.issued().getYear());
      line("DA", DAY.format(citation.issued()));
    }
    line("PB", publication.officeName());
    line("M1", publication.version().briefing().reference());
    line("M3", Printed.kind(publication.version().briefing().kind()));
    line("ET", "" + publication.version().number());
    line("LA", publication.version().language().tag());
    content.keywords().forEach(keyword -> line("KW", keyword));
    line("C1", content.rights());
    line("UR", citation.address().toString());
    if (content.webAddress() != null) {
      line("UR", content.webAddress().toASCIIString());
    }
    line("L2", publication.versioned().toString());
    line("ER", "");
  }

  private void line(String tag, @Nullable String value) {
    if (value != null) {
      lines.append(tag).append("  - ").append(Printed.line(value)).append("\r\n");
    }
  }
}
