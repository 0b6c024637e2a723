package communique.briefing;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The text of a version.
 *
 * @param blocks 1 to 5,000, together at most 1,000,000 characters
 */
public record Body(List<Block> blocks) {
  /** Stands in for a body that is missing or wrong, so that other rules can be checked too. */
  public static final Body UNREAD =
      new Body(List.of(new Block.Paragraph(List.of(Span.plain("unread")))));

  private static final int LONGEST = 1_000_000;
  private static final int LEAD = 300;

  /**
   * @throws Refusal when there is no text or picture at all, or more than a body may have
   */
  public Body {
    if (blocks.isEmpty()) {
      throw new Refusal(Reason.MISSING, "body", "must have at least one block", "");
    }
    blocks = Text.atMost("body", blocks, 5000);
    int length = blocks.stream().mapToInt(block -> block.plainText().length()).sum();
    if (length > LONGEST) {
      throw new Refusal(
          Reason.TOO_LONG, "body", "must have at most " + LONGEST + " characters", "" + length);
    }
  }

  /** The text without mark-up, blocks separated by a blank line. */
  public String plainText() {
    return blocks.stream()
        .map(Block::plainText)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  /**
   * Its first text, at most 300 characters of it, for lists; empty when there are only pictures.
   */
  public String lead() {
    String text =
        blocks.stream()
            .map(Block::plainText)
            .filter(block -> !block.isBlank())
            .findFirst()
            .orElse("");
    if (text.codePointCount(0, text.length()) <= LEAD) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, LEAD)).stripTrailing() + "…";
  }
}
