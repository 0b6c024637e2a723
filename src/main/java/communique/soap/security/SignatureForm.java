package communique.soap.security;

import communique.briefing.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/**
 * The one form of signature that is taken: exclusive canonicalisation and nothing else is done to
 * what is signed, all of it stands in this message, and nobody has broken the algorithms. What a
 * signature may have beyond that (transformations by XPath or XSLT, manifests, keys to be fetched)
 * only makes it unclear what was signed.
 *
 * @param element the signature
 * @param algorithm of the signature
 * @param references the identities of what is signed
 */
record SignatureForm(Element element, String algorithm, List<String> references) {
  private static final int MOST_REFERENCES = 16;
  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";

  /** The algorithms of signatures, by URI, with the keys that they need. */
  private static final Map<String, String> ALGORITHMS =
      Map.of(
          MORE + "rsa-sha256", "RSA",
          MORE + "rsa-sha384", "RSA",
          MORE + "rsa-sha512", "RSA",
          MORE + "ecdsa-sha256", "EC",
          MORE + "ecdsa-sha384", "EC",
          MORE + "ecdsa-sha512", "EC");

  private static final Set<String> DIGESTS =
      Set.of(
          "http://www.w3.org/2001/04/xmlenc#sha256",
          MORE + "sha384",
          "http://www.w3.org/2001/04/xmlenc#sha512");

  /**
   * Reads a signature, and verifies nothing yet.
   *
   * @throws Refusal NOT_AUTHENTICATED when it has another form
   */
  static SignatureForm of(Element signature) {
    mustHave(signature, "SignedInfo", "SignatureValue", "KeyInfo");
    Element info = Elements.of(signature).get(0);
    List<Element> parts = Elements.of(info);
    if (parts.size() < 3 || parts.size() > MOST_REFERENCES + 2) {
      throw form("SignedInfo must have two methods, and 1 to 16 references");
    }
    mustBe(parts.get(0), "CanonicalizationMethod");
    mustBe(parts.get(1), "SignatureMethod");
    exclusive(parts.get(0));
    String algorithm = algorithm(parts.get(1), ALGORITHMS.keySet());
    if (!Elements.of(parts.get(1)).isEmpty()) {
      throw form("SignatureMethod must have no parameters");
    }
    List<String> references = new ArrayList<>();
    for (Element reference : parts.subList(2, parts.size())) {
      mustBe(reference, "Reference");
      references.add(reference(reference));
    }
    if (Set.copyOf(references).size() < references.size()) {
      throw form("must refer to each element once");
    }
    return new SignatureForm(signature, algorithm, List.copyOf(references));
  }

  /** The kind of key that the algorithm needs, as Java names it. */
  String keyAlgorithm() {
    return "" + ALGORITHMS.get(algorithm);
  }

  private static String reference(Element reference) {
    mustHave(reference, "Transforms", "DigestMethod", "DigestValue");
    List<Element> parts = Elements.of(reference);
    mustHave(parts.get(0), "Transform");
    exclusive(Elements.of(parts.get(0)).get(0));
    algorithm(parts.get(1), DIGESTS);
    String uri = Elements.attribute(reference, "URI");
    if (!uri.startsWith("#") || uri.length() < 2 || uri.contains("(")) {
      throw Rejected.because(
          "Signature.SignedInfo.Reference",
          "must be # and the wsu:Id of an element of this message",
          uri);
    }
    return uri.substring(1);
  }

  private static void exclusive(Element method) {
    algorithm(method, Set.of(Names.EXCLUSIVE));
    for (Element parameter : Elements.of(method)) {
      if (!Elements.is(parameter, Names.EXCLUSIVE, "InclusiveNamespaces")) {
        throw form("a canonicalisation must have no parameters but InclusiveNamespaces");
      }
    }
  }

  private static String algorithm(Element method, Set<String> allowed) {
    String algorithm = Elements.attribute(method, "Algorithm");
    if (!allowed.contains(algorithm)) {
      throw Rejected.because(
          "Signature." + method.getLocalName(),
          "must be one of " + String.join(", ", allowed.stream().sorted().toList()),
          algorithm);
    }
    return algorithm;
  }

  private static void mustBe(Element element, String name) {
    if (!Elements.is(element, Names.DS, name)) {
      throw form(name + " must stand in its place");
    }
  }

  private static void mustHave(Element element, String... names) {
    List<QName> wanted = List.of(names).stream().map(name -> new QName(Names.DS, name)).toList();
    if (!Elements.names(element).equals(wanted)) {
      throw form(element.getLocalName() + " must have only " + String.join(", ", names));
    }
  }

  private static Refusal form(String rule) {
    return Rejected.because("Signature", rule, "");
  }
}
