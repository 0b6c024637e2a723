package communique.readingroom.page;

import communique.briefing.EditionId;
import communique.briefing.LanguageTag;
import communique.briefing.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a reader has put aside. It lies in a cookie of the reader's and nowhere here: of each
 * edition the identity of its briefing, in base64url, and its language.
 *
 * @param editions in the order in which they came in, each once
 */
public record Basket(List<EditionId> editions) {
  /** How many fit in; so the cookie stays below the 4 KB that every browser keeps. */
  public static final int MOST = 50;

  /** A basket with nothing in it. */
  public static final Basket EMPTY = new Basket(List.of());

  private static final ReaderCookie COOKIE = new ReaderCookie("basket");
  private static final String SEPARATOR = ".";
  private static final int IDENTITY = 22;

  public Basket {
    editions = List.copyOf(editions);
  }

  /** The reader's; what cannot be read is not in it. */
  public static Basket of(HttpServletRequest request) {
    return COOKIE.of(request).map(Basket::read).orElse(EMPTY);
  }

  static Basket read(String value) {
    return new Basket(
        Arrays.stream(value.split("\\.", MOST + 1))
            .limit(MOST)
            .flatMap(part -> edition(part).stream())
            .distinct()
            .toList());
  }

  private static Optional<EditionId> edition(String part) {
    if (part.length() <= IDENTITY) {
      return Optional.empty();
    }
    try {
      ByteBuffer id = ByteBuffer.wrap(Base64.getUrlDecoder().decode(part.substring(0, IDENTITY)));
      LanguageTag language = new LanguageTag(part.substring(IDENTITY));
      return Optional.of(new EditionId(new UUID(id.getLong(), id.getLong()), language));
    } catch (IllegalArgumentException | Refusal e) {
      return Optional.empty();
    }
  }

  /** Whether an edition is in it. */
  public boolean has(EditionId edition) {
    return editions.contains(edition);
  }

  /** What the form for an edition is called on each page, so that a reader comes back to it. */
  public static String place(EditionId edition) {
    return "basket-" + edition.briefing() + "-" + edition.language();
  }

  /** How many fit in. */
  public int most() {
    return MOST;
  }

  /** Whether nothing more fits in. */
  public boolean isFull() {
    return editions.size() == MOST;
  }

  /** The same with an edition. */
  public Basket with(EditionId edition) {
    List<EditionId> more = new ArrayList<>(without(edition).editions);
    more.add(edition);
    return new Basket(more);
  }

  /** The same without an edition. */
  public Basket without(EditionId edition) {
    return new Basket(editions.stream().filter(each -> !each.equals(edition)).toList());
  }

  /** The one that came in after an edition; empty when that is the last, or not in it. */
  public Optional<EditionId> after(EditionId edition) {
    int next = editions.indexOf(edition) + 1;
    return next == 0 || next == editions.size()
        ? Optional.empty()
        : Optional.of(editions.get(next));
  }

  /** The cookie that keeps it, for a month; an empty one is not kept. */
  public NewCookie cookie(HttpServletRequest request) {
    return COOKIE.with(
        written(), editions.isEmpty() ? Duration.ZERO : Duration.ofDays(30), request);
  }

  String written() {
    return editions.stream().map(Basket::written).collect(Collectors.joining(SEPARATOR));
  }

  private static String written(EditionId edition) {
    UUID id = edition.briefing();
    byte[] bytes =
        ByteBuffer.allocate(16)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + edition.language();
  }
}
