package communique.soap.description;

import java.util.List;

/**
 * A type, or the type of an element that stands alone.
 *
 * @param fields its elements, in their order; of a single value none
 * @param base of a single value: the type that it narrows down, such as {@code xs:string}
 * @param values of a single value: those that there are, if they are listed
 * @param limits of a single value: what else it must be, such as {@code pattern [A-Z]{2}}
 */
public record Type(
    String name,
    Documentation said,
    List<Field> fields,
    String base,
    List<Value> values,
    List<String> limits) {

  /** One of its values. */
  public record Value(String name, Documentation said) {}

  /**
   * An element of it.
   *
   * @param type such as {@code xs:date}, or the name of a type that is described
   * @param described whether it is
   * @param times how often it is there
   */
  public record Field(
      String name, String type, boolean described, String times, Documentation said) {}
}
