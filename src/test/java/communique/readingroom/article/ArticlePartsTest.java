package communique.readingroom.article;

import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.Content;
import communique.briefing.Digest;
import communique.briefing.FullVersion;
import communique.briefing.LanguageTag;
import communique.briefing.MediaFile;
import communique.briefing.Moment;
import communique.briefing.Office;
import communique.briefing.OfficeCode;
import communique.briefing.Placement;
import communique.briefing.RecalledFiles;
import communique.briefing.Rendition;
import communique.briefing.Significance;
import communique.briefing.Version;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityContent;
import communique.briefing.names.AuthorityKind;
import communique.briefing.names.Name;
import communique.briefing.names.Spelled;
import communique.readingroom.page.OfficeNames;
import communique.readingroom.page.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What stands around the text of a version. */
class ArticlePartsTest {
  private static final LanguageTag EN = new LanguageTag("en");
  private static final LanguageTag DE = new LanguageTag("de");
  private static final String ADDRESS = "https://archive.example/briefings/x/en/versions/1";

  @Test
  void a_citation_makes_up_neither_a_headline_nor_a_day() {
    Version bare = FullVersion.bare();
    for (Citations.Cited cited : citations(bare, Words.in(EN))) {
      assertThat(cited.text())
          .startsWith(cited.style().contains("690") ? "OFFICE. " : "Office. ")
          .contains(bare.briefing().reference(), "n.d.")
          .doesNotContain("One sentence", "“", "null", "2025-07")
          .endsWith(" " + ADDRESS);
    }
  }

  @Test
  void a_citation_names_who_wrote_what_was_issued_when_in_the_words_of_the_reader() {
    Version full = FullVersion.everything();
    String headline = String.valueOf(full.content().headline()).strip();
    for (Citations.Cited cited : citations(full, Words.in(DE))) {
      assertThat(cited.text())
          .contains(headline, "Office.", full.briefing().reference() + ", ", "Version 3");
    }
    assertThat(citations(full, Words.in(DE)).get(0).text()).contains("„" + headline);
  }

  @Test
  void what_runs_in_the_other_direction_is_kept_apart_in_a_citation() {
    String office = "مكتب";
    Citations arabic = new Citations(FullVersion.bare(), office, "Archive", ADDRESS, Words.in(EN));
    assertThat(arabic.all().get(0).text()).startsWith("\u2068" + office + "\u2069. ");
    assertThat(citations(FullVersion.bare(), Words.in(EN)).get(0).text()).doesNotContain("\u2068");
  }

  @Test
  void an_office_has_ended_from_the_day_after_its_last() {
    LocalDate last = LocalDate.of(2019, 11, 30);
    assertThat(issuer(last, last))
        .isEqualTo(
            new Issuer(code("XV-GOV1"), name("Amt eins", DE), name("Office one", EN), null, null));
    assertThat(issuer(last, last.plusDays(1)))
        .isEqualTo(
            new Issuer(
                code("XV-GOV1"),
                name("Amt eins", DE),
                name("Office one", EN),
                last,
                name("Office two", EN)));
  }

  @Test
  void only_corrections_of_what_was_said_are_told_of_the_last_first() {
    List<Moment> versions =
        List.of(
            moment(1, null),
            moment(2, Significance.MAJOR),
            moment(4, Significance.MINOR),
            moment(5, Significance.MAJOR));
    EditionHistory history = new EditionHistory(versions, null, 2, 5);
    assertThat(history.isEarlier()).isTrue();
    assertThat(history.corrections())
        .extracting(step -> step.moment().number() + " after " + step.before())
        .containsExactly("5 after 4", "2 after 1");
  }

  @Test
  void a_version_is_compared_with_the_last_before_it_of_which_the_text_is_left() {
    List<Moment> versions = List.of(moment(101, null), moment(102, null, true), moment(103, null));
    assertThat(new EditionHistory(versions, 100, 103, 103).steps())
        .extracting(EditionHistory.Step::before)
        .containsExactly(100, null, 101);
    assertThat(new EditionHistory(versions, null, 103, 103).steps().get(0).before()).isNull();
  }

  @Test
  void a_recording_is_called_by_its_caption_else_by_its_words_else_by_what_it_is() {
    Words words = Words.in(EN);
    assertThat(recording("Caption", "Transcript").spoken()).isEqualTo("Caption");
    assertThat(recording(null, "Transcript").spoken()).isEqualTo("Transcript");
    assertThat(recording(null, null).spoken()).isNull();
    assertThat(recording(null, null).unspoken(words)).isEqualTo("Sound recording");
    assertThat(recording("Caption", "Transcript").inWords()).isEqualTo("Transcript");
  }

  @Test
  void a_picture_is_had_in_the_sizes_there_are_and_each_width_once() {
    MediaFile file = new MediaFile(new Digest("a".repeat(64)), "image/png", 9, 3000, 2000);
    Placement placement = new Placement(Placement.Role.PHOTO, null, null, null, file);
    Map<Rendition, MediaFile> sizes = new EnumMap<>(Rendition.class);
    Figure none = new Figure(placement, "", sizes);
    assertThat(none.src(Rendition.SMALL)).isEqualTo("/api/v1/media/" + file.sha256());
    assertThat(none.srcset()).isNull();
    sizes.put(Rendition.THUMBNAIL, sized(320));
    sizes.put(Rendition.SMALL, sized(900));
    sizes.put(Rendition.LARGE, sized(900));
    Figure some = new Figure(placement, "", sizes);
    assertThat(some.src(Rendition.SMALL)).endsWith("/small");
    assertThat(some.src(Rendition.THUMBNAIL)).endsWith("/thumbnail");
    assertThat(some.srcset())
        .isEqualTo(
            "/api/v1/media/%1$s/thumbnail 320w, /api/v1/media/%1$s/small 900w", file.sha256());
    sizes.remove(Rendition.SMALL);
    sizes.remove(Rendition.LARGE);
    assertThat(new Figure(placement, "", sizes).src(Rendition.LARGE)).endsWith("/thumbnail");
  }

  @Test
  void who_may_be_meant_by_a_name_of_several_is_told_to_be_perhaps_meant() {
    Authority one = person("Elena Varga", "Varga");
    Authority other = person("Jon Varga", "Varga");
    List<NamedAuthority> named =
        NamedAuthority.of(
            List.of(
                new Spelled("Varga", 2, List.of(one.id(), other.id())),
                new Spelled("Elena Varga", 1, List.of(one.id()))),
            Map.of(one.id(), one, other.id(), other),
            EN);
    assertThat(named)
        .containsExactly(
            new NamedAuthority(
                AuthorityKind.PERSON, one.id(), name("Elena Varga"), List.of("Varga"), false),
            new NamedAuthority(
                AuthorityKind.PERSON, other.id(), name("Jon Varga"), List.of("Varga"), true));
    assertThat(named.get(0).href()).isEqualTo("/people/" + one.id());
  }

  @Test
  void fields_are_told_as_text_and_nothing_of_a_recalled_file() {
    Version full = FullVersion.everything();
    Content content = full.content();
    MediaFile file = RecalledFiles.NONE.shownFiles(content).get(0);
    ShownMedia shown = new ShownMedia(content, RecalledFiles.NONE, Map.of());
    ShownMedia recalled =
        new ShownMedia(content, new RecalledFiles(Map.of(file.sha256(), "Rights")), Map.of());
    Words words = Words.in(EN);
    assertThat(FieldText.of("media", full, shown, words)).contains("Caption", "Two people");
    assertThat(FieldText.of("media", full, recalled, words))
        .doesNotContain("Caption", "Two people");
    assertThat(FieldText.of("translation", full, shown, words)).startsWith("Korean, Version 2");
    for (String field :
        List.of("headline", "issued", "bylines", "contact", "places", "keywords", "webAddress")) {
      assertThat(FieldText.of(field, full, shown, words)).as(field).isNotBlank();
      assertThat(FieldText.of(field, FullVersion.bare(), shown, words)).as(field).isEmpty();
    }
  }

  private static List<Citations.Cited> citations(Version version, Words words) {
    return new Citations(version, "Office", "Archive", ADDRESS, words).all();
  }

  private static Issuer issuer(LocalDate until, LocalDate today) {
    OfficeNames offices =
        new OfficeNames(
            List.of(
                new Office(
                    code("XV-GOV1"),
                    Map.of(DE, "Amt eins", EN, "Office one"),
                    List.of(DE),
                    new Office.End(until, code("XV-GOV2"))),
                new Office(code("XV-GOV2"), Map.of(EN, "Office two"), List.of(EN))),
            Words.in(EN));
    return Issuer.of(code("XV-GOV1"), DE, offices, today);
  }

  private static OfficeCode code(String code) {
    return new OfficeCode(code);
  }

  private static Moment moment(int number, @Nullable Significance significance) {
    return moment(number, significance, false);
  }

  private static Moment moment(int number, @Nullable Significance significance, boolean erased) {
    return new Moment(
        number,
        Instant.EPOCH,
        Instant.EPOCH,
        significance,
        null,
        new Digest("0".repeat(64)),
        false,
        true,
        null,
        erased);
  }

  private static Figure recording(@Nullable String caption, @Nullable String words) {
    MediaFile file = new MediaFile(new Digest("c".repeat(64)), "audio/mpeg", 9, null, null);
    return new Figure(
        new Placement(Placement.Role.AUDIO, caption, words, null, file), "", Map.of());
  }

  private static MediaFile sized(int width) {
    return new MediaFile(new Digest("b".repeat(64)), "image/jpeg", 9, width, width / 2);
  }

  private static Authority person(String label, String also) {
    AuthorityContent content =
        new AuthorityContent(
            AuthorityKind.PERSON,
            List.of(name(label), new Name(also, null, false)),
            Map.of(),
            null,
            null);
    return new Authority(UUID.randomUUID(), 1, false, false, Instant.EPOCH, content);
  }

  private static Office.Name name(String text, LanguageTag language) {
    return new Office.Name(text, language);
  }

  private static Name name(String text) {
    return new Name(text, EN, true);
  }
}
