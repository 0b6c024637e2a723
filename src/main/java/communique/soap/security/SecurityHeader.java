package communique.soap.security;

import communique.briefing.Refusal;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The one security header of a message, with what is understood of it. Anything else is refused: it
 * might have been meant to count.
 */
record SecurityHeader(
    Element element,
    @Nullable Element timestamp,
    @Nullable Element usernameToken,
    @Nullable Element binaryToken,
    @Nullable Element signature) {
  private static final Set<QName> UNDERSTOOD =
      Set.of(Names.TIMESTAMP, Names.USERNAME_TOKEN, Names.BINARY_TOKEN, Names.SIGNATURE);

  /**
   * The security header of an envelope that is meant for this service; null when it has none.
   *
   * @throws Refusal NOT_AUTHENTICATED when there are two, or one that has anything twice or that is
   *     not understood
   */
  static @Nullable SecurityHeader of(Envelope envelope) {
    List<Element> all =
        Elements.of(envelope.header()).stream()
            .filter(block -> Elements.name(block).equals(Names.SECURITY))
            .toList();
    if (all.size() > 1) {
      throw Rejected.because("Security", "must be there once", "");
    }
    if (all.isEmpty() || !envelope.blocks().contains(all.get(0))) {
      return null;
    }
    Element element = all.get(0);
    for (QName part : Elements.names(element)) {
      if (!UNDERSTOOD.contains(part)) {
        throw Rejected.because(
            "Security",
            "must have a Timestamp, a UsernameToken, a BinarySecurityToken and a Signature at most",
            part.getLocalPart());
      }
    }
    return new SecurityHeader(
        element,
        only(element, Names.WSU, "Timestamp"),
        only(element, Names.WSSE, "UsernameToken"),
        only(element, Names.WSSE, "BinarySecurityToken"),
        only(element, Names.DS, "Signature"));
  }

  /**
   * The one element of a name in a part of a security header; null when there is none.
   *
   * @throws Refusal NOT_AUTHENTICATED when there are more
   */
  static @Nullable Element only(Element part, String namespace, String name) {
    return Elements.only(part, namespace, name, rule -> Rejected.because(name, rule, ""));
  }

  /**
   * The text of a part of a security header, without space around it.
   *
   * @throws Refusal NOT_AUTHENTICATED when it has more than text
   */
  static String text(Element part) {
    return Elements.text(part, rule -> Rejected.because("" + part.getLocalName(), rule, ""));
  }
}
