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
 * @param families by which a person is called who was asked for by a whole name; else empty
 */
public record Named(UUID authority, String label, List<Name> forms, List<Name> families) {
  public Named {
    forms = List.copyOf(forms);
    families = List.copyOf(families);
  }
}
