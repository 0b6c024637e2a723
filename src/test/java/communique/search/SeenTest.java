package communique.search;

import static org.assertj.core.api.Assertions.assertThat;

import communique.access.Caller;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeenTest {
  @Test
  void counts_are_not_exact_where_more_is_partly_under_embargo_than_can_be_told_apart() {
    assertThat(seen(0).isExact()).isTrue();
    assertThat(seen(9_999).isExact()).isTrue();
    assertThat(seen(10_000).isExact()).isFalse();
  }

  private static Seen seen(int corrected) {
    List<UUID> all = Collections.nCopies(corrected, UUID.randomUUID());
    return new Seen(Caller.ARCHIVE.visibility(), all);
  }
}
