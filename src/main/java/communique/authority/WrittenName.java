package communique.authority;

/**
 * A form of a name, and what can be written directly before and behind it in a text of its script.
 *
 * @param before a regular expression of letters, such as {@code [وفبلك]?}; empty when there are
 *     none
 * @param behind the same
 */
public record WrittenName(String form, String before, String behind) {}
