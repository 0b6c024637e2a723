package communique.soap.description;

import static communique.soap.description.ContractFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract stays as it was published, and grows only by what may be left out. */
class PublishedContractTest {
  @Test
  void what_was_published_is_still_so_and_what_was_added_is_optional_and_comes_last() {
    List<String> now = Published.lines(ContractFiles.schema());
    List<String> then =
        read("published.txt").lines().filter(line -> !line.startsWith("#")).toList();
    assertThat(now).containsAll(then);
    for (String owner : then.stream().map(Published::owner).distinct().toList()) {
      List<String> before = of(owner, then);
      List<String> after = of(owner, now);
      assertThat(after).startsWith(before.toArray(String[]::new));
      assertThat(after.subList(before.size(), after.size()))
          .allSatisfy(added -> assertThat(added).endsWith(Published.OPTIONAL));
    }
  }

  private static List<String> of(String owner, List<String> lines) {
    return lines.stream().filter(line -> Published.owner(line).equals(owner)).toList();
  }
}
