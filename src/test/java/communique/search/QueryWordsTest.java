package communique.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "alpha beta;alpha beta",
        " alpha \u3000 beta ;alpha beta",
        "alpha \"beta gamma\" delta;alpha/delta",
        "alpha -beta gamma;alpha/gamma",
        "alpha -\"beta gamma\" delta;alpha/delta",
        "alpha\"beta\"gamma;alpha/gamma",
        "alpha \"beta gamma;alpha",
        "\";''",
        "-;''",
        "-\";''",
        "alpha | beta;''",
        "\"a | b\" c;''",
        "'';''"
      })
  void words_are_those_outside_of_quotation_marks_and_without_a_minus(String query, String runs) {
    List<List<QueryWords.Word>> found = QueryWords.runs(query);
    assertThat(
            found.stream()
                .map(
                    run -> run.stream().map(QueryWords.Word::text).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("/")))
        .isEqualTo(runs);
  }

  @Test
  void it_is_known_where_each_word_stands() {
    String query = "a  \"x y\" -b 토카예프의 \uD83D\uDE00";
    for (List<QueryWords.Word> run : QueryWords.runs(query)) {
      for (QueryWords.Word word : run) {
        assertThat(query.substring(word.start(), word.end())).isEqualTo(word.text());
      }
    }
  }
}
