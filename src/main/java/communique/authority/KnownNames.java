package communique.authority;

import communique.briefing.Content;
import communique.briefing.LanguageTag;
import communique.briefing.Version;
import communique.briefing.names.AuthorityContent;
import communique.briefing.names.AuthorityKind;
import communique.briefing.names.Decided;
import communique.briefing.names.Mentions;
import communique.briefing.names.Name;
import communique.briefing.names.Named;
import communique.briefing.names.Recognised;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All names of all authorities, in memory, for looking through texts and queries. They are those of
 * the record as it was some seconds ago ({@link NameFollower}); nothing here asks the database.
 */
@ApplicationScoped
public class KnownNames {
  private volatile NameIndex index = NameIndex.EMPTY;
  private volatile long position;

  /**
   * The names in a text, in its order: the longest where several begin at a place, and in exactly
   * the spelling of a record; a name of one word only where a record has it in the text's language.
   */
  public List<Recognised> recognise(String text, LanguageTag language) {
    return index.inTexts().recognise(text, language);
  }

  /** The names in headline, sub-headline and body of a version, in the order of the text. */
  public List<Recognised> recognise(Content content, LanguageTag language) {
    return recognise(NamesOfVersion.text(content), language);
  }

  /** The known ones among authorities by what they are, each once. */
  public Map<AuthorityKind, Set<UUID>> byKind(Stream<UUID> authorities) {
    NameIndex now = index;
    Map<AuthorityKind, Set<UUID>> found = new EnumMap<>(AuthorityKind.class);
    authorities.forEach(
        id ->
            now.known(id)
                .ifPresent(
                    known -> found.computeIfAbsent(known.kind(), none -> new TreeSet<>()).add(id)));
    return found;
  }

  /**
   * The name of an authority that stands for it in a language ({@link AuthorityContent#nameIn}),
   * else the first.
   *
   * @return nothing when no such authority is known
   */
  public Optional<Name> label(UUID authority, Optional<LanguageTag> language) {
    return index
        .known(authority)
        .map(known -> AuthorityContent.label(known.names(), language.stream().toList()));
  }

  /**
   * Whom a version names in headline, sub-headline and body: the names that are recognised, without
   * those of who was said not to be meant, and with the spellings that were said to mean somebody.
   * Where of several with one name some are confirmed, these alone are meant. At most 1,000 names.
   *
   * @param decided what is decided on its edition
   */
  public Mentions in(Version version, List<Decided> decided) {
    String text = NamesOfVersion.text(version.content());
    return NamesOfVersion.of(text, recognise(text, version.language()), decided);
  }

  /** Whether decisions say something of a version: it has the name, or the spelling, of one. */
  public boolean areDecided(List<Decided> decisions, Version version) {
    return !decisions.isEmpty() && !in(version, decisions).decisions().isEmpty();
  }

  /** Whether a version has a spelling that stands by itself. */
  public boolean isSpelled(String spelling, Version version) {
    return NamesOfVersion.has(NamesOfVersion.text(version.content()), spelling);
  }

  /**
   * The names among words of a query that follow each other, whatever their case and accents.
   *
   * @return from left to right, none within another, {@code most} at most; names that more than
   *     five authorities have are passed over
   */
  public List<Mentioned> named(List<String> words, int most) {
    NamesInQueries now = index.inQueries();
    return now.named(words).stream()
        .limit(most)
        .map(found -> new Mentioned(found.from(), found.to(), now.who(found)))
        .toList();
  }

  /** Whether an authority is one of those whose names are known. */
  public boolean knows(UUID authority) {
    return index.known(authority).isPresent();
  }

  /** Whether the record of names has been read once; before that, none are known. */
  public boolean areKnown() {
    return index != NameIndex.EMPTY;
  }

  /**
   * Who has a name, or a word of one, that is or begins so, in any spelling of the record, whatever
   * the case and accents.
   *
   * @param kind only of this kind; null for all
   * @return those that are named just so first, then those with just this word, then the others
   */
  public List<UUID> lookUp(String name, @Nullable AuthorityKind kind, int most) {
    return index.lookUp(name, kind, most);
  }

  /**
   * The forms in which an authority is recognised in texts, each as texts may write it; none when
   * it is not known.
   */
  public List<WrittenName> forms(UUID authority) {
    return index.known(authority).stream()
        .flatMap(known -> known.forms().stream())
        .flatMap(form -> Spelling.inWords(form).stream())
        .map(Boundaries::written)
        .toList();
  }

  /**
   * Words of a query in which the names that stand within one, in scripts without spaces, are words
   * by themselves: {@code バイデン大統領} is {@code バイデン}, {@code 大統領}.
   */
  public List<String> apart(List<String> words) {
    return index.inQueries().apart(words);
  }

  /** Up to which change the record of names is known here. */
  long position() {
    return position;
  }

  void replace(NameIndex newer, long reached) {
    index = newer;
    position = reached;
  }

  /**
   * A name among the words of a query.
   *
   * @param from the first of its words
   * @param to after the last of them
   * @param who may be meant
   */
  public record Mentioned(int from, int to, List<Named> who) {
    public Mentioned {
      who = List.copyOf(who);
    }
  }
}
