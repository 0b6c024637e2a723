package communique.search;

import co.elastic.clients.elasticsearch._types.query_dsl.SimpleQueryStringFlag;
import communique.search.server.Analysis;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Words of which a text has all, as an expression of Elasticsearch's {@code simple_query_string};
 * words that an analysis leaves out are not demanded in it.
 *
 * @param flags the operators that it uses: no others mean anything in it
 */
record Wording(String expression, List<SimpleQueryStringFlag> flags) {
  private static final Pattern APOSTROPHE =
      Pattern.compile("(?<=[\\p{L}\\p{M}])['\\u2019\\u02bc\\uff07](?=\\p{L})");

  /** The one on keyboards, the one of print, and the one that is a letter. */
  private static final List<String> APOSTROPHES = List.of("'", "\u2019", "\u02bc");

  private static final Pattern GENITIVE = Pattern.compile("(?<=\\p{IsHangul}{2})의$");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
  private static final Pattern OPERATOR = Pattern.compile("[\\\\()|]");

  Wording {
    flags = List.copyOf(flags);
  }

  /** The words as texts of a way of analysis have them. */
  static Wording of(List<String> words, Analysis analysis) {
    if (isTakenApart(analysis)) {
      return phrases(words, analysis);
    }
    if (words.stream().allMatch(word -> forms(word, analysis).size() == 1)) {
      return new Wording(String.join(" ", words), List.of(SimpleQueryStringFlag.Whitespace));
    }
    return new Wording(
        words.stream()
            .map(
                word ->
                    forms(word, analysis).stream()
                        .map(form -> OPERATOR.matcher(form).replaceAll("\\\\$0"))
                        .collect(Collectors.joining("|", "(", ")")))
            .collect(Collectors.joining(" ")),
        List.of(
            SimpleQueryStringFlag.Whitespace,
            SimpleQueryStringFlag.Or,
            SimpleQueryStringFlag.Precedence,
            SimpleQueryStringFlag.Escape));
  }

  // What a word is made of stands together. How a word is taken apart depends on those around it:
  // what stands in a text as in the query is found in any case.
  private static Wording phrases(List<String> words, Analysis analysis) {
    String each =
        words.stream()
            .map(
                word ->
                    forms(word, analysis).stream()
                        .map(Wording::quoted)
                        .collect(Collectors.joining("|", "(", ")")))
            .collect(Collectors.joining(" "));
    return new Wording(
        words.size() == 1 ? each : quoted(String.join(" ", words)) + "|(" + each + ")",
        List.of(
            SimpleQueryStringFlag.Whitespace,
            SimpleQueryStringFlag.Or,
            SimpleQueryStringFlag.Precedence,
            SimpleQueryStringFlag.Phrase));
  }

  private static String quoted(String words) {
    return '"' + words.replace('"', ' ') + '"';
  }

  /**
   * A word or phrase in all forms that mean the same and that the analysis of texts does not make
   * equal: with any apostrophe; in Korean, where a noun by itself is often not told from the
   * genitive's {@code 의} behind it, without this.
   */
  static Set<String> forms(String text, Analysis analysis) {
    Set<String> forms = new LinkedHashSet<>(List.of(text));
    if (APOSTROPHE.matcher(text).find()) {
      APOSTROPHES.forEach(sign -> forms.add(APOSTROPHE.matcher(text).replaceAll(sign)));
    }
    if (isTakenApart(analysis)) {
      forms.add(GENITIVE.matcher(text).replaceFirst(""));
    }
    return forms;
  }

  /**
   * Whether a word has Chinese characters, which Korean analysis takes for the sounds that they are
   * read with there.
   */
  static boolean isReadAsSounds(String word, Analysis analysis) {
    return isTakenApart(analysis) && HAN.matcher(word).find();
  }

  // Into nouns, particles and signs, each of which may stand anywhere in a text.
  private static boolean isTakenApart(Analysis analysis) {
    return analysis.equals(Analysis.KOREAN);
  }
}
