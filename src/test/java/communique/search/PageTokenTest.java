package communique.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTokenTest {
  private static final String MARK = "0a1b2c3d";

  @Test
  void a_token_is_read_as_it_was_written() {
    for (Long complete : Arrays.asList(null, 0L, 19L)) {
      for (String search : Arrays.asList(null, MARK)) {
        PageToken token =
            new PageToken(
                Order.RELEVANCE, 12.345678f, "2025-07-24", Samples.BRIEFING, complete, search);

        assertThat(PageToken.read(token.text(), Order.RELEVANCE, MARK)).isEqualTo(token);
      }
    }
  }

  @Test
  void a_token_of_another_search_is_refused_and_one_from_before_there_were_marks_is_not() {
    SearchRequest first = request("Telefonat", false, 20);
    String token =
        new PageToken(Order.RELEVANCE, 1, "2025-07-24", Samples.BRIEFING, null, first.mark())
            .text();
    String older =
        new PageToken(Order.RELEVANCE, 1, "2025-07-24", Samples.BRIEFING, null, null).text();
    assertThat(first.mark()).isEqualTo(request("Telefonat", false, 50).mark());
    assertThat(after(request("Telefonat", false, 50), token).after()).isNotNull();
    for (SearchRequest other :
        List.of(
            request("Hafen", false, 20),
            request("Telefonat", true, 20),
            request("Telefonat", false, 20, Filter.is(Facet.OFFICE, "KR-PRES")))) {
      assertThat(after(other, older).after()).isNotNull();
      assertThatExceptionOfType(Refusal.class)
          .isThrownBy(() -> after(other, token).after())
          .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.BAD_FORMAT))
          .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("after"));
    }
  }

  private static SearchRequest request(
      String query, boolean widened, int limit, Filter... filters) {
    return new SearchRequest(
        query,
        List.of(filters),
        Order.RELEVANCE,
        new SearchRequest.Page(null, limit),
        new SearchRequest.Manner(widened, List.of(), SearchRequest.Counting.NOTHING));
  }

  private static SearchRequest after(SearchRequest request, String token) {
    return new SearchRequest(
        request.query(),
        request.filters(),
        request.order(),
        new SearchRequest.Page(token, request.page().limit()),
        request.manner());
  }

  @Test
  void a_token_can_stand_in_an_address_as_it_is() {
    assertThat(
            new PageToken(
                    Order.CHANGED, 0, "2025-07-24T09:00:00.123Z", Samples.BRIEFING, null, MARK)
                .text())
        .matches("[A-Za-z0-9_-]+");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not base64!",
        "{}",
        "[]",
        "[1,\"2025-07-24\"]",
        "[\"relevance\",1,\"2025-07-24\"]",
        "[\"newest\",1,\"2025-07-24\",\"01983d5a-0000-7000-8000-000000000001\"]",
        "[\"relevance\",\"1\",\"2025-07-24\",\"01983d5a-0000-7000-8000-000000000001\"]",
        "[\"relevance\",-1,\"2025-07-24\",\"01983d5a-0000-7000-8000-000000000001\"]",
        "[\"relevance\",1e999,\"2025-07-24\",\"01983d5a-0000-7000-8000-000000000001\"]",
        "[\"relevance\",1,\"2025-07-24T09:00:00Z\",\"01983d5a-0000-7000-8000-000000000001\"]",
        "[\"relevance\",1,\"2025-02-30\",\"01983d5a-0000-7000-8000-000000000001\"]",
        "[\"relevance\",1,\"+99999-01-01\",\"01983d5a-0000-7000-8000-000000000001\"]",
        "[\"relevance\",1,\"2025-07-24\",\"de\"]",
        "[\"relevance\",1,\"2025-07-24\",\"01983d5a-0000-7000-8000-000000000001\",-1]",
        "[\"relevance\",1,\"2025-07-24\",\"01983d5a-0000-7000-8000-000000000001\",1.5]",
        "[\"relevance\",1,\"2025-07-24\",\"01983d5a-0000-7000-8000-000000000001\",\"1\"]",
        "[[[[[[[["
      })
  void what_is_not_a_token_is_refused(String json) {
    String text = Base64.getUrlEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));

    assertRefused(text);
    assertRefused(json);
  }

  @Test
  void a_very_long_token_is_refused_unread() {
    assertRefused("A".repeat(100_000));
  }

  private static void assertRefused(String text) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> PageToken.read(text, Order.RELEVANCE, MARK))
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.BAD_FORMAT))
        .satisfies(refusal -> assertThat(refusal.field()).isEqualTo("after"));
  }
}
