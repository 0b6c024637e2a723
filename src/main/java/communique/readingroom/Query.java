package communique.readingroom;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An address with those parameters that have a value. */
final class Query {
  private final StringBuilder address;
  private char separator = '?';

  private Query(String path) {
    this.address = new StringBuilder(path);
  }

  static Query to(String path) {
    return new Query(path);
  }

  Query with(String name, @Nullable Object value) {
    if (value != null) {
      address
          .append(separator)
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
      separator = '&';
    }
    return this;
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
