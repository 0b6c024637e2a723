package communique.archive;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Many values as one parameter, for {@code string_to_array}; none of them has a comma in it. */
final class Joined {
  private Joined() {}

  static String of(Collection<?> values) {
    return of(values, value -> value);
  }

  static <T> String of(Collection<T> all, Function<T, ?> value) {
    return all.stream().map(value).map(Object::toString).collect(Collectors.joining(","));
  }
}
