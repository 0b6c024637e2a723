package communique.quality;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What an engine answered to a query.
 *
 * @param found the best first, each once
 * @param grades of the briefings that are judged
 * @param nanos how long it took
 */
record Answer(
    JudgedQuery query, String engine, List<UUID> found, Map<UUID, Integer> grades, long nanos) {

  /** The grades of a query's briefings; what the archive does not have is left out. */
  static Map<UUID, Integer> grades(JudgedQuery query, Map<String, UUID> briefings) {
    Set<String> here = new HashSet<>(query.relevant().keySet());
    here.retainAll(briefings.keySet());
    Map<UUID, Integer> grades = new HashMap<>();
    here.forEach(item -> grades.merge(briefings.get(item), query.relevant().get(item), Math::max));
    return grades;
  }

  int grade(UUID briefing) {
    return grades.getOrDefault(briefing, 0);
  }

  Measures measures() {
    return Measures.of(found.stream().map(this::grade).toList(), grades.values());
  }
}
