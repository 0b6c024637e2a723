package communique.briefing;

import java.util.regex.Pattern;

/**
 * The code of an issuing press office.
 *
 * @param code country (ISO 3166-1 alpha-2) and the office in it, such as {@code KR-PRES}
 */
public record OfficeCode(String code) {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}-[A-Z0-9]{2,12}");

  /**
   * @throws Refusal when the code has another form
   */
  public OfficeCode {
    Text.required("office", code, 15);
    if (!FORM.matcher(code).matches()) {
      throw new Refusal(
          Reason.BAD_FORMAT, "office", "must be an office code such as KR-PRES", code);
    }
  }

  @Override
  public String toString() {
    return code;
  }
}
