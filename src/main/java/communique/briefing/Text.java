package communique.briefing;

import java.net.URI;
import java.net.URISyntaxException;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules that text from outside must meet before it becomes part of a value. */
public final class Text {
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>]{1,64}@[^\\s@<>]{1,189}");

  private static final char FIRST_ACCENT = '\u0300';

  private Text() {}

  /** A text that says something: not blank, no control characters, at most {@code longest} long. */
  public static String required(String field, @Nullable String value, int longest) {
    if (value == null || value.isBlank()) {
      throw new Refusal(Reason.MISSING, field, "must be present and not blank", "");
    }
    if (value.codePointCount(0, value.length()) > longest) {
      throw new Refusal(
          Reason.TOO_LONG, field, "must have at most " + longest + " characters", value);
    }
    int bad = forbidden(value);
    if (bad >= 0) {
      String rule = String.format(Locale.ROOT, "must not contain the character U+%04X", bad);
      throw new Refusal(Reason.BAD_FORMAT, field, rule, "");
    }
    return value;
  }

  /**
   * A text in normalisation form C (Unicode, annex 15), as most are already: what is compared
   * letter by letter must not differ by how its accents are written.
   */
  public static String composed(String text) {
    return hasNothingToCompose(text) || Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  // Below the first accent that stands for itself everything is composed.
  private static boolean hasNothingToCompose(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_ACCENT) {
        return false;
      }
    }
    return true;
  }

  /** Absent, or a {@link #required} text. */
  static @Nullable String optional(String field, @Nullable String value, int longest) {
    return value == null ? null : required(field, value, longest);
  }

  /** Absent, or an e-mail address in its plain form (RFC 5321, without a display name). */
  static @Nullable String email(String field, @Nullable String value) {
    String text = optional(field, value, 254);
    if (text != null && !EMAIL.matcher(text).matches()) {
      throw new Refusal(Reason.BAD_FORMAT, field, "must be an e-mail address", text);
    }
    return text;
  }

  /** Absent, or an absolute address of one of the schemes. */
  static @Nullable URI address(String field, @Nullable URI value, Set<String> schemes) {
    if (value == null) {
      return null;
    }
    required(field, value.toString(), 2000);
    String scheme = value.getScheme();
    if (scheme == null || !schemes.contains(scheme.toLowerCase(Locale.ROOT))) {
      throw new Refusal(
          Reason.BAD_FORMAT,
          field,
          "must be an absolute address: " + String.join(" or ", schemes.stream().sorted().toList()),
          value.toString());
    }
    return value;
  }

  /**
   * Reads an address (RFC 3986).
   *
   * @throws Refusal naming the field when it is none
   */
  public static URI uri(String field, String value) {
    try {
      return new URI(value);
    } catch (URISyntaxException e) {
      throw new Refusal(Reason.BAD_FORMAT, field, "must be a web address", value, e);
    }
  }

  /** A list of bounded length, copied. */
  static <T> List<T> atMost(String field, List<T> values, int most) {
    if (values.size() > most) {
      throw new Refusal(
          Reason.TOO_LONG, field, "must have at most " + most + " items", "" + values.size());
    }
    return List.copyOf(values);
  }

  // A loop: each text that is kept comes through here letter by letter.
  private static int forbidden(String value) {
    int at = 0;
    while (at < value.length()) {
      int each = value.codePointAt(at);
      if (isForbidden(each)) {
        return each;
      }
      at += Character.charCount(each);
    }
    return -1;
  }

  // Control characters, unpaired surrogates and non-characters: neither XML nor PostgreSQL take
  // all.
  private static boolean isForbidden(int c) {
    return (c < 0x20 && c != '\n' && c != '\t')
        || (c >= 0x7f && c < 0xa0 && c != 0x85)
        || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        || (c & 0xfffe) == 0xfffe;
  }
}
