package communique.briefing;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A closed choice whose words are the same in every contract and in the record. */
public interface Coded {

  /** The word for it. */
  String code();

  /**
   * Finds a choice by its word.
   *
   * @throws Refusal when there is none; it names the words there are
   */
  static <E extends Enum<E> & Coded> E of(Class<E> choices, String field, String code) {
    E[] all = choices.getEnumConstants();
    return Arrays.stream(all)
        .filter(choice -> choice.code().equals(code))
        .findAny()
        .orElseThrow(() -> unknown(all, field, code));
  }

  private static Refusal unknown(Coded[] all, String field, String code) {
    String words = Arrays.stream(all).map(Coded::code).collect(Collectors.joining(", "));
    return new Refusal(Reason.UNKNOWN_VALUE, field, "must be one of " + words, code);
  }
}
