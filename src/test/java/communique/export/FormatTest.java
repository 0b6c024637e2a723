package communique.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Content;
import communique.briefing.FullVersion;
import communique.briefing.Issued;
import communique.briefing.LanguageTag;
import communique.briefing.Translation;
import communique.briefing.Version;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;

/** What the formats carry, and what they never make up. */
class FormatTest {
  private static final String EDITION =
      "https://archive.example/api/v1/briefings/01983a5c-7e1b-7c3e-9a55-0123456789ab/";

  @ParameterizedTest
  @EnumSource(Format.class)
  void no_format_invents_a_midnight_or_a_headline(Format format) {
    String written = text(format, dayOnly());
    assertThat(written).doesNotContain("00:00:00", "T00:00").doesNotContain("\"headline\"");
    assertThat(written).contains(format == Format.NINJS ? "" : day(format));
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"JSON_LD", "XHTML", "NINJS", "NEWSML_G2", "TEXT"})
  void the_words_of_a_version_are_in_every_representation(Format format) {
    String written = text(format, Publications.everything()).replace("\\\"", "\"");
    assertThat(written)
        .contains("Kim Hyelin", "Sub", "presse@example.org", "reserved", "Caption", "ⓒ Office")
        .contains("Übersetzer", "Sprecherin", "A name was misspelled", "總統府")
        .contains("https://archive.example/api/v1/media/4bf5122f344554c53bde2ebb8cd2b7e3");
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"JSON_LD", "XHTML", "NINJS", "NEWSML_G2", "TEXT"})
  void of_a_recalled_file_only_the_reason_is_told(Format format) {
    assertThat(text(format, Publications.recalled(FullVersion.everything())))
        .contains("This file was recalled: Rights ", "Kim Hyelin", "Sprecherin")
        .doesNotContain("api/v1/media", "4bf5122f344554c5", "Caption", "Two people", "ⓒ Office");
  }

  @Test
  void pages_and_news_items_are_well_formed_whatever_a_version_says() {
    Publications.all()
        .forEach(
            publication -> {
              Document page = parsed(Format.XHTML.write(publication));
              assertThat(page.getDocumentElement().getNamespaceURI())
                  .isEqualTo("http://www.w3.org/1999/xhtml");
              parsed(Format.NEWSML_G2.write(publication));
            });
  }

  @Test
  void a_page_says_its_language_its_direction_and_its_other_editions() {
    assertThat(text(Format.XHTML, Publications.everything()))
        .contains("lang=\"zh-Hant-TW\" xml:lang=\"zh-Hant-TW\" dir=\"ltr\"")
        .contains("<h1>Quotes \" and \\ and &lt;/script> and €</h1>")
        .contains(
            "<p class=\"question\"><b class=\"speaker\">Reporter:</b> Plain <em>stressed</em>")
        .contains("<blockquote>", "<cite>A speaker</cite>", "<td></td>", "<ol>", "<h2>Heading</h2>")
        .contains("<figcaption>Caption <small class=\"credit\">ⓒ Office</small></figcaption>")
        .contains("hreflang=\"fr\"", "alt=\"Two people\"", "width=\"1200\"");
  }

  @Test
  void the_edition_of_a_linked_briefing_is_named_where_it_is() {
    String there = "/api/v1/briefings/" + Publications.LINKED + "/fr";
    for (Format format : List.of(Format.XHTML, Format.JSON_LD, Format.NINJS, Format.NEWSML_G2)) {
      assertThat(text(format, Publications.everything())).as(format.code()).contains(there);
    }
  }

  @Test
  void a_translation_of_a_linked_edition_leads_there_and_names_who_a_link_names() {
    LanguageTag fr = new LanguageTag("fr");
    Publication bare = Publications.bare();
    Publication told =
        new Publication(
            bare.version(),
            bare.office(),
            bare.base(),
            bare.alternates(),
            new Translation(fr, 2, "A. Weber"),
            bare.recalled(),
            null);
    JsonObject article = json(Format.JSON_LD, told).asJsonObject();
    assertThat(article.getJsonObject("translationOfWork").getString("@id"))
        .isEqualTo("urn:uuid:" + Publications.LINKED + "#fr");
    assertThat(article.getJsonObject("translationOfWork").getString("url"))
        .endsWith("/api/v1/briefings/" + Publications.LINKED + "/fr");
    assertThat(article.getJsonObject("translator").getString("name")).isEqualTo("A. Weber");
    assertThat(text(Format.XHTML, told)).contains("fr/2 → ", "(A. Weber)");
    assertThat(text(Format.RIS, told)).contains("A. Weber");
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"JSON_LD", "NINJS", "NEWSML_G2"})
  void what_a_text_is_known_by_does_not_depend_on_where_it_was_asked_for(Format format) {
    String identity = "urn:uuid:01983a5c-7e1b-7c3e-9a55-0123456789ab#";
    assertThat(text(format, Publications.everything()))
        .containsAnyOf("\"@id\":\"" + identity, "\"uri\":\"" + identity, "guid=\"" + identity)
        .contains(EDITION);
  }

  @Test
  void what_is_under_embargo_says_so_in_the_words_of_each_format() {
    String end = "2099-01-01T00:00:00.000000Z";
    Publication open = Publications.everything();
    Publication held = open.under(Instant.parse(end));
    assertThat(text(Format.NEWSML_G2, held))
        .contains("<embargoed>" + end + "</embargoed><pubStatus qcode=\"stat:withheld\"");
    JsonObject ninjs = json(Format.NINJS, held).asJsonObject();
    assertThat(ninjs.getString("embargoedUntil")).isEqualTo(end);
    assertThat(ninjs.getString("pubStatus")).isEqualTo("withheld");
    String said = "Under embargo until " + end;
    assertThat(json(Format.JSON_LD, held).asJsonObject().getString("creativeWorkStatus"))
        .isEqualTo(said);
    assertThat(text(Format.TEXT, held)).startsWith(said);
    assertThat(text(Format.XHTML, held)).contains("<p class=\"embargo\">" + said + "</p>");
    for (Format format : Format.values()) {
      assertThat(text(format, open)).as(format.code()).doesNotContainIgnoringCase("embargo");
    }
  }

  @Test
  void an_article_tells_when_it_was_corrected() {
    assertThat(json(Format.JSON_LD, Publications.everything()).asJsonObject())
        .containsEntry("dateModified", Json.createValue("2025-07-24T01:02:03.000400Z"));
    assertThat(json(Format.JSON_LD, Publications.bare()).asJsonObject())
        .doesNotContainKey("dateModified");
  }

  @Test
  void a_page_without_headline_is_named_by_its_reference_and_has_no_first_heading() {
    assertThat(text(Format.XHTML, Publications.bare()))
        .contains("<title>KR-PRES/2025/000417</title>")
        .doesNotContain("<h1");
  }

  @Test
  void an_article_names_its_translation_and_its_terms() {
    JsonObject article = json(Format.JSON_LD, Publications.everything()).asJsonObject();
    assertThat(article.getString("@type")).isEqualTo("NewsArticle");
    assertThat(article.getString("datePublished")).isEqualTo("2025-07-24T09:30:00+09:00");
    assertThat(article.getJsonObject("translationOfWork").getString("@id"))
        .isEqualTo("urn:uuid:01983a5c-7e1b-7c3e-9a55-0123456789ab#ko");
    assertThat(article.getJsonObject("translationOfWork").getString("url"))
        .isEqualTo(EDITION + "ko");
    assertThat(article.getJsonArray("workTranslation").getJsonObject(0).getString("inLanguage"))
        .isEqualTo("fr");
    assertThat(article.getJsonArray("about").getJsonObject(0).getString("@id"))
        .isEqualTo("http://cv.iptc.org/newscodes/mediatopic/20000587");
    assertThat(article.getString("usageInfo")).contains("reserved");
    assertThat(article).doesNotContainKey("license");
  }

  @Test
  void any_version_is_readable_json_in_the_formats_that_are() {
    Publications.all()
        .forEach(
            publication -> {
              json(Format.JSON_LD, publication);
              assertThat(json(Format.CSL, publication).asJsonArray()).hasSize(1);
            });
  }

  @Test
  void citations_name_the_reference_where_there_is_no_headline_and_the_office_without_byline() {
    JsonObject item = json(Format.CSL, Publications.bare()).asJsonArray().getJsonObject(0);
    assertThat(item.getString("title")).isEqualTo("KR-PRES/2025/000417");
    assertThat(item.getJsonArray("author").getJsonObject(0).getString("literal")).isEqualTo("대통령실");
    assertThat(item).doesNotContainKey("issued");
    assertThat(text(Format.RIS, Publications.bare()))
        .contains("TI  - KR-PRES/2025/000417\r\n", "AU  - 대통령실\r\n")
        .doesNotContain("PY  -", "DA  -");
  }

  @Test
  void ris_is_of_tagged_lines_from_type_to_end() {
    Publications.all()
        .forEach(
            publication -> {
              String citation = text(Format.RIS, publication);
              assertThat(citation).startsWith("TY  - GOVDOC\r\n").endsWith("\r\nER  - \r\n");
              assertThat(citation.split("\r\n", -1))
                  .allMatch(line -> line.isEmpty() || line.matches("[A-Z][A-Z0-9]  - .*"));
            });
  }

  @Test
  void the_braces_of_bibtex_are_in_balance_whatever_a_version_says() {
    Publications.all()
        .forEach(
            publication -> {
              String entry = text(Format.BIBTEX, publication);
              assertThat(depth(entry)).as(entry).isZero();
            });
  }

  @Test
  void signs_that_mean_something_to_tex_are_escaped() {
    Publication publication = titled("100% {of} R&D_#$ ~ ^ \\input");
    assertThat(text(Format.BIBTEX, publication))
        .contains(
            "title = {{100\\% \\textbraceleft{}of\\textbraceright{} R\\&D\\_\\#\\$"
                + " \\textasciitilde{} \\textasciicircum{} \\textbackslash{}input}}");
  }

  @Test
  void an_address_as_terms_of_use_is_a_licence() {
    Version version = FullVersion.bare();
    Content content = version.content();
    Publication publication =
        Publications.of(
            with(version, content(content, null, null, " https://example.org/licence ")));
    assertThat(publication.content().licence())
        .hasToString("Optional[https://example.org/licence]");
    assertThat(text(Format.JSON_LD, publication))
        .contains("\"license\":\"https://example.org/lice");
    assertThat(Publications.everything().content().licence()).isEmpty();
  }

  private static Publication dayOnly() {
    Version version = FullVersion.bare();
    Issued issued = new Issued(LocalDate.of(2025, 7, 3), null, null);
    return Publications.of(with(version, content(version.content(), null, issued, null)));
  }

  private static Publication titled(String headline) {
    Version version = FullVersion.bare();
    return Publications.of(with(version, content(version.content(), headline, null, null)));
  }

  private static String day(Format format) {
    return switch (format) {
      case RIS -> "2025/07/03/";
      case CSL -> "\"date-parts\":[[2025,7,3]]";
      default -> "2025-07-03";
    };
  }

  private static Content content(
      Content old, @Nullable String headline, @Nullable Issued issued, @Nullable String rights) {
    return new Content(
        headline,
        null,
        null,
        issued,
        old.bylines(),
        null,
        old.body(),
        old.placements(),
        old.mentions(),
        old.places(),
        old.subjects(),
        old.keywords(),
        rights,
        null,
        null);
  }

  private static Version with(Version version, Content content) {
    return new Version(
        version.briefing(),
        version.language(),
        version.translation(),
        version.number(),
        version.significance(),
        content,
        version.acceptedAt());
  }

  private static int depth(String entry) {
    int depth = 0;
    for (int i = 0; i < entry.length(); i++) {
      depth += entry.charAt(i) == '{' ? 1 : entry.charAt(i) == '}' ? -1 : 0;
      assertThat(depth).isNotNegative();
    }
    return depth;
  }

  private static String text(Format format, Publication publication) {
    return new String(format.write(publication), UTF_8);
  }

  private static JsonStructure json(Format format, Publication publication) {
    try (JsonReader reader =
        Json.createReader(new ByteArrayInputStream(format.write(publication)))) {
      return reader.read();
    }
  }

  private static Document parsed(byte[] document) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
    } catch (Exception e) {
      throw new AssertionError(new String(document, UTF_8), e);
    }
  }
}
