package communique.names;

import communique.authority.AuthorityIdentities.Identifier;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Violation;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityContent;
import communique.briefing.names.Scheme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who has which identifier, and the rule that each belongs to one; of what has none, who is the
 * same in all that is said.
 */
final class Held {
  private final Map<Identifier, Authority> holders;
  private final Set<Identifier> erased;
  private final Map<AuthorityContent, Authority> unidentified;

  /**
   * @param erased those of authorities that were erased
   * @param unidentified who once was as a content says that has no identifier
   */
  Held(
      Map<Identifier, Authority> holders,
      Set<Identifier> erased,
      Map<AuthorityContent, Authority> unidentified) {
    this.holders = holders;
    this.erased = erased;
    this.unidentified = new HashMap<>(unidentified);
  }

  static List<Identifier> identifiers(AuthorityContent content) {
    return content.ids().entrySet().stream()
        .map(each -> new Identifier(each.getKey(), each.getValue()))
        .toList();
  }

  /**
   * Who a content is about: whoever has its Wikidata identifier, else any other of its own; of one
   * that has none, whoever was added as the same.
   */
  @Nullable Authority meant(AuthorityContent content) {
    if (content.ids().isEmpty()) {
      return unidentified.get(content);
    }
    String wikidata = content.ids().get(Scheme.WIKIDATA);
    return wikidata == null
        ? identifiers(content).stream()
            .map(holders::get)
            .filter(java.util.Objects::nonNull)
            .findFirst()
            .orElse(null)
        : holders.get(new Identifier(Scheme.WIKIDATA, wikidata));
  }

  /**
   * Demands that no identifier belongs to another, and none to who was erased.
   *
   * @param own whose they may be; null when they may be nobody's
   * @throws Refusal REFERENCE_REUSED and NOT_IN_USE with each that does
   */
  void mustBeFree(AuthorityContent content, @Nullable UUID own) {
    List<Violation> wrong = new ArrayList<>();
    for (Identifier each : identifiers(content)) {
      String field = "ids." + each.scheme().code();
      if (isOfAnother(each, own)) {
        String rule = "must not be that of another authority";
        wrong.add(new Violation(Reason.REFERENCE_REUSED, field, rule, each.value()));
      } else if (erased.contains(each)) {
        String rule = "must not be that of an authority that was erased";
        wrong.add(new Violation(Reason.NOT_IN_USE, field, rule, each.value()));
      }
    }
    if (!wrong.isEmpty()) {
      throw new Refusal(wrong);
    }
  }

  /** Notes how an authority is to be from now on. */
  void put(Authority authority) {
    identifiers(authority.content()).forEach(each -> holders.put(each, authority));
    if (authority.content().ids().isEmpty()) {
      unidentified.put(authority.content(), authority);
    }
  }

  private boolean isOfAnother(Identifier identifier, @Nullable UUID own) {
    Authority holder = holders.get(identifier);
    return holder != null && !holder.id().equals(own);
  }
}
