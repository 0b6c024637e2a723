package communique.briefing.names;

import java.util.List;
import java.util.UUID;

/**
 * A known authority, in the forms that may stand for one of its names.
 *
 * @param authority who it is
 * @param label the first of its names
 * @param forms its names, or its family names where that is what was asked for, with their
 *     languages
 */
public record Named(UUID authority, String label, List<Name> forms) {
  public Named {
    forms = List.copyOf(forms);
  }
}
