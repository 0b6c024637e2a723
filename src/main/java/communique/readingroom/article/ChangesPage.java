package communique.readingroom.article;

import communique.briefing.Block;
import communique.briefing.LanguageTag;
import communique.briefing.Moment;
import communique.briefing.Version;
import communique.reading.Comparison;
import communique.reading.Comparison.Change;
import communique.reading.Comparison.Operation;
import communique.reading.Comparison.Run;
import communique.reading.MarkedText;
import communique.reading.WordDifference;
import communique.readingroom.page.FirstWords;
import communique.readingroom.page.Words;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a version of an edition differs from another.
 *
 * @param versions all that can be compared, by number
 */
public record ChangesPage(
    EditionAddress address, List<Moment> versions, Comparison comparison, Side from, Side to) {
  /** What is not said of the text: of the correction, or of what it was made from. */
  private static final Set<String> TOLD_ELSEWHERE = Set.of("reason", "significance");

  public ChangesPage {
    versions = List.copyOf(versions);
  }

  /**
   * One of the two versions.
   *
   * @param media what it shows
   */
  public record Side(Version version, ShownMedia media) {

    /** Its number. */
    public int number() {
      return version.number();
    }
  }

  /** What the edition is called by, as the later of the two is. */
  public String name() {
    Version version = to.version();
    return FirstWords.title(
        version.content().headline(), language(), version.briefing().reference());
  }

  /** The language of both. */
  public LanguageTag language() {
    return address.language();
  }

  /** Whether neither text nor anything around it differs. */
  public boolean isSame() {
    return fields().isEmpty()
        && comparison.blocks().stream().allMatch(each -> each.operation() == Operation.EQUAL);
  }

  /** The names of those fields beside the body that differ. */
  public List<String> fields() {
    return comparison.fields().stream()
        .map(Comparison.Field::name)
        .filter(name -> !TOLD_ELSEWHERE.contains(name))
        .toList();
  }

  /** How what is said in a field became what is said in it now. */
  public List<Run> runs(String field, Words words) {
    String old = value(field, from, words);
    String now = value(field, to, words);
    // Half an address leads nowhere; and what the text of a field does not tell has changed, too.
    return field.equals("webAddress") || old.equals(now)
        ? Run.replaced(MarkedText.plain(old), MarkedText.plain(now))
        : WordDifference.between(old, now, language());
  }

  private static String value(String field, Side side, Words words) {
    return FieldText.of(field, side.version(), side.media(), words);
  }

  /** The body, block by block. */
  public List<Changed> blocks() {
    return comparison.blocks().stream()
        .map(
            change ->
                new Changed(
                    change.operation(),
                    block(from, change.from()),
                    block(to, change.to()),
                    change.runs(),
                    change.parts()))
        .toList();
  }

  private static @Nullable Block block(Side side, @Nullable Integer place) {
    return place == null ? null : side.version().content().body().blocks().get(place);
  }

  /**
   * What became of a block.
   *
   * @param from absent for one that was added
   * @param to absent for one that was taken out
   * @param runs of a text that was changed, word by word; empty when all of it is another
   * @param parts of a list or a table that was changed; empty when all of it is another
   */
  public record Changed(
      Operation operation,
      @Nullable Block from,
      @Nullable Block to,
      List<Run> runs,
      List<Change> parts) {

    /** Whether the words can be shown in one block with what was taken out and added. */
    public boolean isWordByWord() {
      return !runs.isEmpty();
    }

    /** Whether it can be shown as one list or table, with what was taken out and added. */
    public boolean isLineByLine() {
      return !parts.isEmpty();
    }

    /** The items of a list, present or not. */
    public List<ChangedLine> items() {
      return from instanceof Block.Enumeration one && to instanceof Block.Enumeration other
          ? ChangedLine.all(parts, one.items(), other.items())
          : List.of();
    }

    /** The rows of a table, present or not. */
    public List<ChangedRow> rows() {
      return from instanceof Block.Table one && to instanceof Block.Table other
          ? ChangedRow.all(parts, one, other)
          : List.of();
    }

    /** Who speaks in the block as it was; empty when nobody is named. */
    public String speakerBefore() {
      return speaker(from);
    }

    /** Who speaks in the block as it became; empty when nobody is named. */
    public String speaker() {
      return speaker(to);
    }

    private static String speaker(@Nullable Block block) {
      String speaker = null;
      if (block instanceof Block.Quotation quotation) {
        speaker = quotation.speaker();
      } else if (block instanceof Block.Question question) {
        speaker = question.speaker();
      } else if (block instanceof Block.Answer answer) {
        speaker = answer.speaker();
      }
      return speaker == null ? "" : speaker;
    }
  }
}
