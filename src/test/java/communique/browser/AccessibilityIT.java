package communique.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whether every page in every state can be read by everybody (WCAG 2.2 AA, as far as axe tells).
 */
@Tag("browser")
@ExtendWith(RunningSystem.Shared.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessibilityIT {
  private static final String FINDINGS =
      """
      () => axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa",
          "best-practice"]}).then(found => found.passes.length === 0 ? ["nothing was checked"] :
          found.violations.filter(each => each.impact === "serious" || each.impact === "critical")
        .map(each => each.id + ": " + each.nodes.map(node => node.html).join(" ")))""";

  private static final String SIDEWAYS =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private final RunningSystem system;
  private @Nullable Chromium chromium;
  private @Nullable Shelf shelf;

  AccessibilityIT(RunningSystem system) {
    this.system = system;
  }

  @BeforeAll
  void open() throws Exception {
    shelf = Shelf.filled(system);
    RestClient archivist = RestClient.as("archivist", system);
    archivist.must(
        "POST",
        "authorities",
        "{\"kind\":\"place\",\"names\":[{\"text\":\"%s\",\"language\":\"en\"}]}"
            .formatted(shelf.word()));
    String names = "briefings/" + shelf.briefing() + "/en/names";
    while (!archivist.get(names).body().contains(shelf.word())) {
      Thread.sleep(100);
    }
    chromium = new Chromium();
  }

  @AfterAll
  void close() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = ColorScheme.class,
      names = {"LIGHT", "DARK"})
  void no_page_has_a_serious_or_critical_finding(ColorScheme scheme) throws Exception {
    List<String> findings = new ArrayList<>();
    try (BrowserContext window = window(1200, scheme)) {
      Page page = window.newPage();
      for (String address : addresses()) {
        int status = Objects.requireNonNull(page.navigate(address)).status();
        if (address.startsWith("https:")) {
          assertThat(status).as(address).isEqualTo(200);
        }
        page.evaluate(axe());
        ((List<?>) page.evaluate(FINDINGS)).forEach(found -> findings.add(address + " " + found));
      }
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void no_page_scrolls_sideways_on_a_narrow_screen() throws Exception {
    List<String> wide = new ArrayList<>();
    try (BrowserContext window = window(320, ColorScheme.LIGHT)) {
      Page page = window.newPage();
      for (String address : addresses()) {
        page.navigate(address);
        if (((Number) page.evaluate(SIDEWAYS)).intValue() > 0) {
          wide.add(address);
        }
      }
    }
    assertThat(wide).isEmpty();
  }

  private BrowserContext window(int width, ColorScheme scheme) throws IOException {
    return Objects.requireNonNull(chromium)
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setBaseURL(system.httpUri().toString())
                .setLocale("en")
                .setViewportSize(width, 800)
                .setColorScheme(scheme)
                // For those who log in, as they are asked to over HTTPS alone.
                .setHttpCredentials("archivist", system.password("archivist"))
                .setIgnoreHTTPSErrors(true)
                // The pages allow no script at all; this one is the test's.
                .setBypassCSP(true));
  }

  private List<String> addresses() {
    Shelf there = Objects.requireNonNull(shelf);
    String briefing = "/briefings/" + there.briefing();
    return List.of(
        "/",
        "/?language=de",
        "/?ui=ko",
        "/search",
        "/search?q=" + there.word(),
        "/search?q=" + there.word() + "&language=ar&order=newest",
        "/search?q=nothingatallofthis",
        "/search?q=x&from=yesterday",
        "/offices",
        "/offices/XV-PRES",
        "/calendar",
        "/calendar/2026",
        "/calendar/2026/11",
        "/basket",
        briefing + "/en",
        briefing + "/de",
        briefing + "/ar",
        briefing + "/ar?ui=de",
        briefing + "/en/versions",
        briefing + "/en/versions/1",
        briefing + "/en/compare?from=1&to=2",
        briefing + "/compare?left=en&right=ar",
        "/briefings/" + there.withdrawn() + "/en",
        "/briefings/" + new java.util.UUID(0, 0) + "/en",
        "/desk/searches",
        system.httpsUri().resolve("/desk/searches?search=q%3Dx").toString(),
        system.httpsUri().resolve("/desk" + briefing + "/en/names").toString(),
        "/soap/");
  }

  private static String axe() throws IOException {
    try (InputStream script =
        Objects.requireNonNull(AccessibilityIT.class.getResourceAsStream("/axe.min.js"))) {
      return new String(script.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
