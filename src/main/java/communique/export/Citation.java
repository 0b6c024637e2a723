package communique.export;

import communique.briefing.Briefing;
import communique.briefing.Byline;
import communique.briefing.Content;
import communique.briefing.Issued;
import communique.briefing.Translation;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a version when it is cited, each on one line. Names are kept as they are printed:
 * which part of one is the family name is not known.
 *
 * @param key names this very version, in ASCII
 * @param authors those of the bylines; the office when there are none
 * @param issued absent when the office said no day
 * @param address where people read this very version
 */
record Citation(
    String key,
    String title,
    List<String> authors,
    @Nullable LocalDate issued,
    URI address,
    @Nullable String translator) {

  static Citation of(Publication publication) {
    Content content = publication.content();
    Briefing briefing = publication.version().briefing();
    Issued issued = content.issued();
    Translation translation = publication.translation();
    String translator = translation == null ? null : translation.translator();
    return new Citation(
        briefing.reference().replace('/', ':')
            + ":"
            + publication.version().language()
            + ":"
            + publication.version().number(),
        Printed.line(publication.title()),
        authors(publication),
        issued == null ? null : issued.date(),
        publication.page(),
        translator == null ? null : Printed.line(translator));
  }

  private static List<String> authors(Publication publication) {
    List<Byline> bylines = publication.content().bylines();
    return (bylines.isEmpty()
            ? Stream.of(publication.officeName())
            : bylines.stream().map(Byline::name))
        .map(Printed::line)
        .toList();
  }
}
