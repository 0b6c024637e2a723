package communique.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;

/** How a reader works with a page. */
enum Hands {
  /** With a mouse, in a browser that runs scripts. */
  MOUSE {
    @Override
    void press(Page page, Locator target) {
      target.click();
    }
  },
  /** With a mouse, in a browser that runs none. */
  MOUSE_WITHOUT_SCRIPT {
    @Override
    void press(Page page, Locator target) {
      target.click();
    }
  },
  /** With the keyboard alone. */
  KEYBOARD {
    @Override
    void press(Page page, Locator target) {
      page.evaluate("() => { window.left = true; }");
      take(page, target);
      page.waitForCondition(() -> isNew(page));
    }

    @Override
    void take(Page page, Locator target) {
      reach(page, target);
      page.keyboard().press("Enter");
    }
  };

  private static final int FARTHEST = 250;

  /** Follows a link or presses a button, to another page. */
  abstract void press(Page page, Locator target);

  /** Follows a link to a file. */
  void take(Page page, Locator target) {
    press(page, target);
  }

  /** Writes into a field in place of what is there. */
  void write(Page page, Locator field, String text) {
    if (this == KEYBOARD) {
      reach(page, field);
      page.keyboard().press("ControlOrMeta+a");
      page.keyboard().type(text);
    } else {
      field.fill(text);
    }
  }

  /** A window of a browser that works so; its interface is English. */
  BrowserContext window(Browser browser, String root) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setBaseURL(root)
            .setLocale("en")
            .setIgnoreHTTPSErrors(true)
            .setJavaScriptEnabled(this != MOUSE_WITHOUT_SCRIPT));
  }

  // Forwards only, as most readers do; whatever is passed must be left again.
  private static void reach(Page page, Locator target) {
    target.first().waitFor();
    for (int i = 0; i < FARTHEST; i++) {
      if (hasFocus(target)) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("cannot be reached by keyboard: " + target);
  }

  private static boolean isNew(Page page) {
    try {
      return (Boolean)
          page.evaluate("() => window.left !== true && document.readyState === 'complete'");
    } catch (PlaywrightException e) {
      // The page that was asked is gone already, the next is to come.
      return false;
    }
  }

  private static boolean hasFocus(Locator target) {
    return (Boolean) target.first().evaluate("element => element === document.activeElement");
  }
}
