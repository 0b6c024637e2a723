package communique.soap.description;

import java.util.List;

/**
 * What the page has.
 *
 * @param types in the order of the schema
 */
public record Described(List<Service> services, List<Type> types) {}
