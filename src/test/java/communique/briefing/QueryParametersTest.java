package communique.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No parameter of an address is passed over in silence. */
class QueryParametersTest {
  private static final List<String> ONCE = List.of("office", "after");
  private static final List<String> OFTEN = List.of("kind");

  @Test
  void names_and_values_are_decoded_and_values_stay_in_their_order() {
    assertThat(QueryParameters.read("kind=b&%6bind=a+%C3%BC&flag&&office="))
        .isEqualTo(Map.of("kind", List.of("b", "a ü"), "flag", List.of(""), "office", List.of("")));
    assertThat(QueryParameters.read(null)).isEmpty();
  }

  @Test
  void what_is_not_percent_encoded_is_refused() {
    assertThatThrownBy(() -> QueryParameters.read("section=%zz"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.BAD_FORMAT));
  }

  @Test
  void a_misspelt_parameter_is_refused_by_its_name_with_those_that_are_known() {
    assertThatThrownBy(() -> check("offise=XV-PRES"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.field()).isEqualTo("offise");
              assertThat(refusal.rule())
                  .isEqualTo("is not a parameter here; known are after, kind, office");
            });
  }

  @Test
  void only_what_may_have_several_values_may_be_given_twice() {
    check("kind=a&kind=b");
    assertThatThrownBy(() -> check("office=A&office=B"))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.field()).isEqualTo("office");
              assertThat(refusal.rule()).isEqualTo("must be given once");
            });
  }

  @Test
  void what_others_add_to_any_address_may_be_there() {
    check("ui=de&utm_source=newsletter&utm_medium=mail&office=A");
  }

  private static void check(String query) {
    QueryParameters.check(QueryParameters.read(query), ONCE, OFTEN);
  }
}
