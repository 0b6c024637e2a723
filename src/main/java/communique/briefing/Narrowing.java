package communique.briefing;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which editions a list is narrowed down to. All that is asked for must hold of one edition, as the
 * caller sees it.
 *
 * @param kind only briefings of this kind
 * @param section only under this heading, exactly as its office labels it
 * @param issued only issued on these days
 * @param event only about events on these days
 * @param features what else they must have
 */
public record Narrowing(
    @Nullable Kind kind, @Nullable String section, Days issued, Days event, Features features) {
  /** To nothing. */
  public static final Narrowing NONE =
      new Narrowing(null, null, Days.ALL, Days.ALL, new Features(false, null, null));

  /**
   * @throws Refusal when the section is blank or too long
   */
  public Narrowing {
    Text.optional("section", section, 300);
  }

  /** Whether whole briefings meet it or not, with all their editions. */
  public boolean isOfBriefings() {
    return section == null && !issued.matter() && !features.media() && features.labels().isEmpty();
  }

  /**
   * A range of days.
   *
   * @param from the first; absent for no beginning
   * @param to the last, itself within; absent for no end
   */
  public record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
    /** Every day, and also none. */
    public static final Days ALL = new Days(null, null);

    /** Whether it matters which day it was. */
    public boolean matter() {
      return from != null || to != null;
    }
  }

  /**
   * What an edition must have.
   *
   * @param media whether it must show a file
   * @param mention a person or organisation, exactly as it is spelled in the text
   * @param subject an IPTC Media Topic, such as {@code medtop:20000587}
   */
  public record Features(boolean media, @Nullable String mention, @Nullable String subject) {

    /**
     * @throws Refusal when a mention or subject is blank or too long
     */
    public Features {
      Text.optional("mention", mention, 300);
      Text.optional("subject", subject, 100);
    }

    /** What the edition must be labelled with. */
    public List<String> labels() {
      return Stream.of(mention, subject).filter(label -> label != null).toList();
    }
  }
}
