package communique.readingroom.page;

import communique.briefing.names.AuthorityKind;
import java.util.UUID;

/** Where the pages of people, organisations and places are. */
public final class AuthorityAddress {
  private AuthorityAddress() {}

  /** The address of the page of an authority. */
  public static String of(AuthorityKind kind, UUID id) {
    String list =
        switch (kind) {
          case PERSON -> "people";
          case ORGANISATION -> "organisations";
          case PLACE -> "places";
        };
    return "/" + list + "/" + id;
  }
}
