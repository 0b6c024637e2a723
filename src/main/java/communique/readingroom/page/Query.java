package communique.readingroom.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** An address with those parameters that have a value. */
public final class Query {
  private final StringBuilder address;
  private char separator = '?';

  private Query(String path) {
    this.address = new StringBuilder(path);
  }

  /** An address without parameters yet. */
  public static Query to(String path) {
    return new Query(path);
  }

  /** The same address with a parameter more, if it has a value. */
  public Query with(String name, @Nullable Object value) {
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
