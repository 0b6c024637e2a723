package communique.soap.security;

import communique.briefing.Refusal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * What a signature can refer to: the body, what stands in the header, and what stands in the
 * security header, each found by its place. An identity leads to one of these or nowhere, so
 * nothing that was signed can be moved to another place and something else be put into its own.
 */
final class SignedParts {
  private final Map<String, Element> byIdentity = new HashMap<>();
  private final Envelope envelope;

  private SignedParts(Envelope envelope) {
    this.envelope = envelope;
  }

  /**
   * Those of an envelope.
   *
   * @throws Refusal NOT_AUTHENTICATED when the signature leaves out the body or the timestamp, or
   *     refers to anything else
   */
  static SignedParts of(Envelope envelope, SecurityHeader security, List<String> references) {
    SignedParts parts = new SignedParts(envelope);
    parts.add(envelope.body());
    Elements.of(envelope.header()).forEach(parts::add);
    Elements.of(security.element()).forEach(parts::add);
    for (String reference : references) {
      parts.of(reference);
    }
    Element timestamp = security.timestamp();
    if (timestamp == null || !references.contains(identity(timestamp))) {
      throw refused("must have a Timestamp that is signed");
    }
    if (!references.contains(identity(envelope.body()))) {
      throw refused("must be over the Body");
    }
    parts.mustBeUnique();
    return parts;
  }

  /** The element that an identity leads to. */
  Element of(String identity) {
    Element found = byIdentity.get(identity);
    if (found == null) {
      throw Rejected.because(
          "Signature.SignedInfo.Reference",
          "must be the wsu:Id of the Body, of a block of the Header, or of a part of Security",
          identity);
    }
    return found;
  }

  boolean isBody(String identity) {
    return of(identity) == envelope.body();
  }

  /**
   * Looks through what was read of the message: an identity that comes twice, in whatever kind of
   * attribute, may have been meant to deceive somebody.
   *
   * @throws Refusal NOT_AUTHENTICATED when there is such a one
   */
  void mustBeUnique() {
    Set<String> seen = new HashSet<>();
    Deque<Element> left = new ArrayDeque<>();
    left.add(envelope.document().getDocumentElement());
    while (!left.isEmpty()) {
      Element element = left.removeLast();
      NamedNodeMap attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        if (attributes.item(i) instanceof Attr attribute
            && isIdentity(attribute)
            && !seen.add(attribute.getValue())) {
          throw Rejected.because(
              "Signature", "must be in a message without an identity twice", attribute.getValue());
        }
      }
      left.addAll(Elements.of(element));
    }
  }

  private void add(Element element) {
    String identity = identity(element);
    if (!identity.isEmpty() && byIdentity.put(identity, element) != null) {
      throw Rejected.because(
          "Signature", "must be in a message without an identity twice", identity);
    }
  }

  private static String identity(Element element) {
    return element.getAttributeNS(Names.WSU, "Id");
  }

  // wsu:Id, xml:id, and Id, ID and id of XML Signature, SAML and others.
  private static boolean isIdentity(Attr attribute) {
    String name = attribute.getLocalName();
    return name != null && name.toLowerCase(Locale.ROOT).equals("id");
  }

  private static Refusal refused(String rule) {
    return Rejected.because("Signature", rule, "");
  }
}
