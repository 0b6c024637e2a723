package communique.reading;

import communique.briefing.Block;
import communique.briefing.Content;
import communique.briefing.MediaFile;
import java.lang.Character.UnicodeScript;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What of a block can be held against one in another language.
 *
 * @param sort what it is; blocks of one sort have one
 * @param length of its text, in letters of an alphabet
 * @param numbers that are written in figures, of whatever script
 * @param speaker as printed; absent when none is named
 * @param picture the file that it shows; absent when it shows none
 */
record ComparableBlock(
    String sort,
    double length,
    Set<String> numbers,
    @Nullable String speaker,
    @Nullable MediaFile picture) {

  /** What a Chinese character says takes about three letters, a syllable of Hangul or kana two. */
  private static final double CHARACTER = 3;

  private static final double SYLLABLE = 2;

  static List<ComparableBlock> of(Content content) {
    return content.body().blocks().stream().map(block -> of(block, content)).toList();
  }

  private static ComparableBlock of(Block block, Content content) {
    String text = block.plainText();
    return new ComparableBlock(
        sort(block),
        text.codePoints().mapToDouble(ComparableBlock::worth).sum(),
        numbers(text),
        speaker(block),
        block instanceof Block.Illustration illustration
            ? content.placements().get(illustration.placement() - 1).file()
            : null);
  }

  private boolean runs() {
    return sort.equals("Paragraph") || sort.equals("Quotation") || isTurn();
  }

  /** Whether somebody begins to speak with it. */
  boolean isTurn() {
    return sort.equals("Question") || sort.equals("Answer");
  }

  /** Whether it has no text at all. */
  boolean isPicture() {
    return sort.equals("Illustration");
  }

  /** This and the block after it as one; absent when no translator would make one of them. */
  @Nullable ComparableBlock and(ComparableBlock next) {
    if (!runs() || next.isTurn() || !(next.sort.equals("Paragraph") || next.sort.equals(sort))) {
      return null;
    }
    Set<String> all = new HashSet<>(numbers);
    all.addAll(next.numbers);
    return new ComparableBlock(sort, length + next.length, all, speaker, null);
  }

  private static String sort(Block block) {
    String name = block.getClass().getSimpleName();
    return block instanceof Block.Heading heading ? name + heading.level() : name;
  }

  private static @Nullable String speaker(Block block) {
    if (block instanceof Block.Question question) {
      return question.speaker();
    }
    if (block instanceof Block.Quotation quotation) {
      return quotation.speaker();
    }
    return block instanceof Block.Answer answer ? answer.speaker() : null;
  }

  private static double worth(int c) {
    return switch (UnicodeScript.of(c)) {
      case HAN -> CHARACTER;
      case HANGUL, HIRAGANA, KATAKANA -> SYLLABLE;
      default -> 1;
    };
  }

  private static Set<String> numbers(String text) {
    Set<String> numbers = new HashSet<>();
    StringBuilder figures = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              int digit = Character.digit(c, 10);
              if (digit >= 0 && Character.isDigit(c)) {
                figures.append(digit);
              } else if (!figures.isEmpty()) {
                numbers.add(figures.toString());
                figures.setLength(0);
              }
            });
    if (!figures.isEmpty()) {
      numbers.add(figures.toString());
    }
    return numbers;
  }
}
