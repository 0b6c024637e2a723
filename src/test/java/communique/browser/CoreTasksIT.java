package communique.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import communique.support.RunningSystem;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What readers come for, in a real browser, in each way in which they can work. */
@Tag("browser")
@ExtendWith(RunningSystem.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoreTasksIT {
  private final RunningSystem system;
  private @Nullable Chromium chromium;
  private @Nullable Shelf shelf;

  CoreTasksIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeAll
  void open() throws Exception {
    shelf = Shelf.filled(system);
    chromium = new Chromium();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_text_is_found_by_its_words_from_the_first_page(Hands hands) throws Exception {
    with(
        hands,
        page -> {
          page.navigate("/");
          hands.write(page, page.getByLabel("Search the briefings"), shelf().word());
          press(hands, page, AriaRole.BUTTON, "Search");
          press(hands, page, AriaRole.LINK, "Opening of the " + shelf().word() + " of Arntal");
          assertThat(page.url()).endsWith("/briefings/" + shelf().briefing() + "/en");
          assertThat(heading(page)).contains("of Arntal");
        });
  }

  @ParameterizedTest
  @EnumSource
  void what_was_found_is_narrowed_down_to_a_language_and_widened_again(Hands hands)
      throws Exception {
    with(
        hands,
        page -> {
          page.navigate("/search?q=" + shelf().word());
          press(hands, page, AriaRole.LINK, "Arabic");
          assertThat(page.locator("ol.entries h3").first().textContent()).contains("افتتاح");
          press(hands, page, AriaRole.LINK, "Remove Language: Arabic");
          assertThat(page.url()).doesNotContain("language=");
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_text_is_read_in_another_language(Hands hands) throws Exception {
    with(
        hands,
        page -> {
          page.navigate(edition("en"));
          press(hands, page, AriaRole.LINK, "Deutsch");
          assertThat(heading(page)).contains("Eröffnung");
          assertThat(page.locator("article").getAttribute("lang")).isEqualTo("de");
        });
  }

  @ParameterizedTest
  @EnumSource
  void two_languages_are_read_side_by_side(Hands hands) throws Exception {
    with(
        hands,
        page -> {
          page.navigate(edition("en"));
          hands.press(page, page.locator("a.beside[href*='ar']").first());
          assertThat(page.locator(".side[lang=ar]").first().getAttribute("dir")).isEqualTo("rtl");
          assertThat(page.locator(".side[lang=en]").count()).isPositive();
        });
  }

  @ParameterizedTest
  @EnumSource
  void what_a_correction_changed_is_seen(Hands hands) throws Exception {
    with(
        hands,
        page -> {
          page.navigate(edition("en"));
          press(hands, page, AriaRole.LINK, "All versions");
          press(hands, page, AriaRole.LINK, "What changed from version 1 to version 2");
          assertThat(page.locator("ins", new Page.LocatorOptions().setHasText("Arntal")).count())
              .isPositive();
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_citation_is_taken_along_as_a_file(Hands hands) throws Exception {
    with(
        hands,
        page -> {
          page.navigate(edition("en"));
          Locator link =
              page.getByRole(
                  AriaRole.LINK, new Page.GetByRoleOptions().setName("RIS").setExact(true));
          Download file = page.waitForDownload(() -> hands.take(page, link));
          assertThat(Files.readString(file.path())).startsWith("TY  - ").contains("of Arntal");
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_text_is_found_by_its_day(Hands hands) throws Exception {
    with(
        hands,
        page -> {
          page.navigate("/search?q=" + shelf().word());
          // Keys go into its parts one after the other; a mouse's reader hands in the whole.
          hands.write(
              page, page.getByLabel("From"), hands == Hands.KEYBOARD ? "01012000" : "2000-01-01");
          press(hands, page, AriaRole.BUTTON, "Search");
          assertThat(page.url()).contains("from=2000-01-01");
          assertThat(page.locator("ol.entries li").count()).isEqualTo(1);
        });
  }

  @ParameterizedTest
  @EnumSource
  void an_offices_texts_are_listed(Hands hands) throws Exception {
    with(
        hands,
        page -> {
          page.navigate("/");
          press(hands, page, AriaRole.LINK, "Offices");
          hands.press(page, page.locator("a[href='/offices/XV-PRES']").first());
          assertThat(page.locator("ol.entries li").count()).isPositive();
        });
  }

  @ParameterizedTest
  @EnumSource
  void texts_are_put_aside_and_taken_along(Hands hands) throws Exception {
    with(
        hands,
        page -> {
          page.navigate(edition("en"));
          hands.press(
              page,
              page.getByRole(
                  AriaRole.BUTTON,
                  new Page.GetByRoleOptions().setName(Pattern.compile("Put in the basket"))));
          hands.press(page, page.locator("nav.room-nav a[href='/basket']"));
          assertThat(page.locator("ol.entries").textContent()).contains("of Arntal");
          Locator csv =
              page.getByRole(
                  AriaRole.LINK, new Page.GetByRoleOptions().setName("CSV").setExact(true));
          Download file = page.waitForDownload(() -> hands.take(page, csv));
          assertThat(Files.readString(file.path())).contains(shelf().briefing());
        });
  }

  @ParameterizedTest
  @EnumSource
  void who_comes_for_a_withdrawn_text_is_told_why_it_is_gone(Hands hands) throws Exception {
    with(
        hands,
        page -> {
          page.navigate("/briefings/" + shelf().withdrawn() + "/en");
          assertThat(page.locator("main").textContent())
              .contains("It stays open.", "Closing of the");
          hands.press(page, page.locator("main a[href='/']").last());
          assertThat(page.url()).endsWith("/");
        });
  }

  private interface Task {
    void done(Page page) throws Exception;
  }

  private void with(Hands hands, Task task) throws Exception {
    if (chromium == null) {
      throw new AssertionError("no browser");
    }
    try (BrowserContext window = hands.window(chromium.browser(), system.httpUri().toString())) {
      task.done(window.newPage());
    }
  }

  private Shelf shelf() {
    if (shelf == null) {
      throw new AssertionError("nothing to be read");
    }
    return shelf;
  }

  private String edition(String language) {
    return "/briefings/" + shelf().briefing() + "/" + language;
  }

  private static void press(Hands hands, Page page, AriaRole role, String name) {
    hands.press(page, page.getByRole(role, new Page.GetByRoleOptions().setName(name)).first());
  }

  private static String heading(Page page) {
    return page.locator("h1").first().textContent();
  }
}
