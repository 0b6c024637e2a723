package communique.soap.lists;

import static org.assertj.core.api.Assertions.assertThat;

import communique.search.SearchPage;
import communique.search.Widened;
import communique.soap.contract.SearchBriefingsResponseXml;
import communique.soap.contract.SearchBriefingsXml;
import communique.soap.contract.WidenedNameXml;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Names are looked for in other spellings only where that is asked for, and it is told. */
class WidenedSearchTest {
  private static final UUID VARGA = UUID.fromString("01983a5c-7e1b-7c3e-9a55-0123456789ab");

  @Test
  void names_are_taken_as_they_are_written_unless_it_is_said_otherwise() {
    SearchBriefingsXml request = new SearchBriefingsXml();
    request.setQuery("Warga");
    assertThat(ListRequests.search(request).manner().widened()).isFalse();
    request.setWiden(false);
    assertThat(ListRequests.search(request).manner().widened()).isFalse();
    request.setWiden(true);
    assertThat(ListRequests.search(request).manner().widened()).isTrue();
  }

  @Test
  void the_answer_tells_the_names_and_how_many_texts_have_all_words() {
    Widened varga = new Widened("Warga", VARGA, "Elena Varga", List.of("Варга", "Varga"));
    SearchBriefingsResponseXml xml = Findings.page(page(9, List.of(varga), 4));
    WidenedNameXml name = xml.getWidened().getName().get(0);
    assertThat(name.getWords() + " " + name.getAuthority()).isEqualTo("Warga " + VARGA);
    assertThat(name.getLabel()).isEqualTo("Elena Varga");
    assertThat(name.getSpellings().getSpelling()).containsExactly("Варга", "Varga");
    assertThat(xml.getComplete()).isEqualTo(4);
  }

  @Test
  void an_answer_in_which_nothing_was_widened_is_what_it_was_before() {
    SearchBriefingsResponseXml xml = Findings.page(page(9, List.of(), 9));
    assertThat(xml.getWidened()).isNull();
    assertThat(xml.getComplete()).isNull();
  }

  private static SearchPage page(long total, List<Widened> widened, long complete) {
    return new SearchPage(total, true, List.of(), null, widened, null, null, complete);
  }
}
