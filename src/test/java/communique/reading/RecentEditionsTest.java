package communique.reading;

import static org.assertj.core.api.Assertions.assertThat;

import communique.briefing.LanguageTag;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class RecentEditionsTest {
  @Test
  void whoever_keeps_the_question_whether_editions_are_still_true_keeps_none_of_them()
      throws InterruptedException {
    Map<LanguageTag, SeenEdition> editions = new HashMap<>();
    WeakReference<Map<LanguageTag, SeenEdition>> kept = new WeakReference<>(editions);
    BooleanSupplier still = new RecentEditions().still(UUID.randomUUID(), editions);
    editions = null;
    for (int i = 0; i < 100 && kept.get() != null; i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertThat(kept.get()).isNull();
    assertThat(still.getAsBoolean()).isFalse();
  }
}
