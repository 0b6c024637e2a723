package communique.names;

import communique.authority.Authorities.Identifier;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.briefing.Violation;
import communique.briefing.names.Authority;
import communique.briefing.names.AuthorityContent;
import communique.briefing.names.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who has which identifier, and the rule that each belongs to one. */
final class Held {
  private final Map<Identifier, Authority> holders;
  private final Set<Identifier> erased;

  /**
   * @param erased those of authorities that were erased
   */
  Held(Map<Identifier, Authority> holders, Set<Identifier> erased) {
    this.holders = holders;
    this.erased = erased;
  }

  static List<Identifier> identifiers(AuthorityContent content) {
    return content.ids().entrySet().stream()
        .map(each -> new Identifier(each.getKey(), each.getValue()))
        .toList();
  }

  /** Who a content is about: whoever has its Wikidata identifier, else any other of its own. */
  @Nullable Authority meant(AuthorityContent content) {
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
  }

  private boolean isOfAnother(Identifier identifier, @Nullable UUID own) {
    Authority holder = holders.get(identifier);
    return holder != null && !holder.id().equals(own);
  }
}
