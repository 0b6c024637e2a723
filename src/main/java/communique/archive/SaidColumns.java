package communique.archive;

import communique.briefing.Content;
import communique.briefing.Mention;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words of a version that the record repeats in columns of their own, for lists.
 *
 * @param labels subjects and mentioned names, to filter by; as PostgreSQL writes a text[]
 */
record SaidColumns(
    @Nullable String headline, @Nullable String section, String lead, String labels) {

  static SaidColumns of(Content said) {
    return new SaidColumns(said.headline(), said.section(), said.body().lead(), labels(said));
  }

  private static String labels(Content said) {
    return Stream.concat(said.subjects().stream(), said.mentions().stream().map(Mention::name))
        .distinct()
        .map(label -> '"' + label.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }
}
