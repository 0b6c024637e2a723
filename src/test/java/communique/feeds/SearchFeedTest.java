package communique.feeds;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Kind;
import communique.briefing.LanguageTag;
import communique.briefing.Office;
import communique.briefing.OfficeCode;
import communique.search.Hit;
import communique.search.SearchAddress;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a search finds reads as in the other feeds. */
class SearchFeedTest {
  private static final LanguageTag DE = new LanguageTag("de");
  private static final UUID ID = UUID.fromString("01983a5c-7e1b-7c3e-9a55-0123456789ab");

  @Test
  void a_text_without_headline_is_called_by_its_first_words_and_its_office_by_its_name()
      throws Exception {
    Office office = new Office(new OfficeCode("KR-PRES"), Map.of(DE, "Präsidialamt"), List.of(DE));
    Hit hit =
        new Hit(
            ID,
            "KR-PRES/2025/000417",
            office.code(),
            Kind.READ_OUT,
            DE,
            1,
            null,
            null,
            null,
            "Telefonat ".repeat(20).strip() + "\uD800",
            Instant.EPOCH,
            List.of(),
            false,
            List.of(DE));
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    new SearchFeed(
            "https://archive.example",
            ID,
            Format.ATOM,
            SearchAddress.of(Map.of("q", List.of("Telefonat"))),
            List.of(hit),
            new Issuers(List.of(office)))
        .write(written);
    assertThat(written.toString(UTF_8))
        .contains("<title>" + "Telefonat ".repeat(10).strip() + "…</title>")
        .contains("<name>Präsidialamt</name>", "<id>urn:uuid:" + ID + "#de</id>");
  }
}
