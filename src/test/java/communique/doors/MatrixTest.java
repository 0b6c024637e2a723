package communique.doors;

import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.Matrix.Row;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The matrix of rights leaves no question open and gives no two answers. */
class MatrixTest {
  private static final List<String> ROLES =
      List.of("anonymous", "reader", "accredited", "depositor", "archivist", "administrator");

  @Test
  void every_operation_of_every_contract_has_rows() throws Exception {
    Set<String> without = new TreeSet<>(Matrix.operations());
    Matrix.rows().forEach(row -> without.remove(row.operation()));
    assertThat(without).isEmpty();
  }

  @Test
  void every_question_has_one_answer() throws Exception {
    List<Row> rows = Matrix.rows();
    assertThat(rows.stream().map(MatrixTest::question)).doesNotHaveDuplicates();
  }

  @Test
  void what_is_asked_of_one_role_is_asked_of_all() throws Exception {
    Set<Row> questions =
        Matrix.rows().stream().map(MatrixTest::question).collect(Collectors.toSet());
    for (Row row : questions) {
      for (String role : ROLES) {
        assertThat(questions)
            .contains(new Row(row.operation(), role, row.state(), row.office(), ""));
      }
    }
  }

  @Test
  void what_is_asked_of_an_own_office_is_asked_of_others() throws Exception {
    Set<Row> questions =
        Matrix.rows().stream().map(MatrixTest::question).collect(Collectors.toSet());
    for (Row row : questions) {
      String counterpart =
          row.office().equals("own") ? "other" : row.office().equals("other") ? "own" : "-";
      assertThat(questions)
          .contains(new Row(row.operation(), row.role(), row.state(), counterpart, ""));
    }
  }

  @Test
  void what_needs_an_account_takes_tokens_as_well_and_all_else_can_do_without() throws Exception {
    Set<String> open =
        Matrix.rows().stream()
            .filter(row -> row.role().equals("anonymous") && !row.answer().equals("401"))
            .map(Row::operation)
            .collect(Collectors.toSet());
    Matrix.ofRest()
        .forEach(
            (name, operation) ->
                assertThat(operation.logIns())
                    .as(name)
                    .isEqualTo(
                        open.contains(name)
                            ? Set.of("", "account", "token")
                            : Set.of("account", "token")));
  }

  private static Row question(Row row) {
    return new Row(row.operation(), row.role(), row.state(), row.office(), "");
  }
}
