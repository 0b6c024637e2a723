package communique.authority;

import communique.briefing.Content;
import communique.briefing.Text;
import communique.briefing.names.Decided;
import communique.briefing.names.Decision;
import communique.briefing.names.Mentions;
import communique.briefing.names.Recognised;
import communique.briefing.names.Spelled;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whom a version names: what is recognised in it, and what archivists decided on that. */
final class NamesOfVersion {
  private static final int MOST = 1_000;

  private final String text;
  private final Map<String, Name> names = new HashMap<>();

  private NamesOfVersion(String text) {
    this.text = text;
  }

  /** The text in which names are looked for: parts apart, so that no name is made of two. */
  static String text(Content content) {
    return Text.composed(
        Stream.of(content.headline(), content.subheadline(), content.body().plainText())
            .filter(Objects::nonNull)
            .collect(Collectors.joining("\n\n")));
  }

  /**
   * Whom it names.
   *
   * @param text in normalisation form C
   */
  static Mentions of(String text, List<Recognised> recognised, List<Decided> decided) {
    NamesOfVersion version = new NamesOfVersion(text);
    recognised.forEach(each -> version.add(each.start(), each.end(), each.authorities()));
    decided.stream().map(Decided::decision).forEach(version::addSpelling);
    return version.told(decided);
  }

  /** Whether a spelling stands in a text by itself. */
  static boolean has(String text, String spelling) {
    return !places(text, Text.composed(spelling)).isEmpty();
  }

  private void addSpelling(Decision decision) {
    if (decision.spelling() == null) {
      return;
    }
    String spelling = Text.composed(decision.spelling());
    Name known = names.get(spelling);
    if (known != null) {
      known.authorities.add(decision.authority());
      return;
    }
    for (int start : places(text, spelling)) {
      add(start, start + spelling.length(), List.of(decision.authority()));
    }
  }

  private void add(int start, int end, List<UUID> authorities) {
    Name name = names.computeIfAbsent(text.substring(start, end), spelled -> new Name(start));
    name.count++;
    name.authorities.addAll(authorities);
  }

  private static List<Integer> places(String text, String spelling) {
    String plain = Spelling.inText(text);
    String wanted = Spelling.inText(spelling);
    List<Integer> places = new ArrayList<>();
    for (int at = plain.indexOf(wanted); at >= 0; at = plain.indexOf(wanted, at + 1)) {
      if (Boundaries.isWhole(plain, at, at + wanted.length())) {
        places.add(at);
      }
    }
    return places;
  }

  private Mentions told(List<Decided> decided) {
    Set<UUID> named =
        names.values().stream()
            .flatMap(name -> name.authorities.stream())
            .collect(Collectors.toSet());
    List<Decided> here =
        decided.stream()
            .filter(each -> named.contains(each.decision().authority()))
            .map(this::toldHere)
            .toList();
    Set<UUID> confirmed = authorities(here, Decision::isConfirmed);
    Set<UUID> rejected = authorities(here, decision -> !decision.isConfirmed());
    List<Spelled> told =
        names.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.comparingInt(name -> name.first)))
            .map(each -> each.getValue().spelled(each.getKey(), confirmed, rejected))
            .filter(name -> !name.authorities().isEmpty())
            .limit(MOST)
            .toList();
    return new Mentions(told, here);
  }

  // A spelling may stand in another version, which the reader must not know of.
  private Decided toldHere(Decided decided) {
    String spelling = decided.decision().spelling();
    return spelling == null || has(text, spelling) ? decided : decided.withoutSpelling();
  }

  private static Set<UUID> authorities(Collection<Decided> decided, Predicate<Decision> which) {
    return decided.stream()
        .map(Decided::decision)
        .filter(which)
        .map(Decision::authority)
        .collect(Collectors.toSet());
  }

  /** Where a name first stands, how often it does, and whose it may be. */
  private static final class Name {
    private final int first;
    private final Set<UUID> authorities = new LinkedHashSet<>();
    private int count;

    Name(int first) {
      this.first = first;
    }

    /** Who is meant: where some are confirmed, these alone. */
    Spelled spelled(String text, Set<UUID> confirmed, Set<UUID> rejected) {
      boolean sure = authorities.stream().anyMatch(confirmed::contains);
      return new Spelled(
          text,
          count,
          authorities.stream()
              .filter(who -> sure ? confirmed.contains(who) : !rejected.contains(who))
              .toList());
    }
  }
}
