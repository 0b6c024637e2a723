package communique.soap.security;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;
import org.w3c.dom.Element;

/**
 * Understands WS-Addressing (1.0, and the submission of 2004). Answers go back on the connection on
 * which the request came, and never anywhere else: who wants them elsewhere is refused, and no
 * connection is made to find out. What is asked for is said by the body alone; {@link
 * AddressedAction} sees to it that an Action claims nothing else.
 */
final class Addressing extends AbstractSoapInterceptor {
  static final Set<String> VERSIONS = Set.of(Names.WSA, Names.OLDER_WSA);

  private static final int LONGEST = 1_000;
  private static final Set<String> ANSWERS = Set.of("ReplyTo", "FaultTo");

  /** Where answers may go, by the version: to whoever asks. */
  private static final Map<String, String> ANONYMOUS =
      Map.of(
          Names.WSA, Names.WSA + "/anonymous",
          Names.OLDER_WSA, Names.OLDER_WSA + "/role/anonymous");

  Addressing() {
    super(Phase.PRE_PROTOCOL);
    addAfter(Understanding.class.getName());
    addBefore(Authentication.class.getName());
  }

  @Override
  public void handleMessage(SoapMessage message) {
    Envelope envelope = Envelope.of(message);
    if (envelope == null) {
      return;
    }
    relate(message, envelope);
    for (String version : VERSIONS) {
      List<Element> blocks = blocks(envelope, version);
      mustBeThereOnce(message, blocks);
      blocks.forEach(block -> check(message, block));
    }
  }

  /** Has the answer, or a fault, say what it answers to, whatever else is wrong. */
  static void relate(SoapMessage message, Envelope envelope) {
    for (String version : VERSIONS) {
      List<Element> blocks = blocks(envelope, version);
      if (!blocks.isEmpty()) {
        String identity =
            blocks.stream()
                .filter(block -> "MessageID".equals(block.getLocalName()))
                .map(block -> block.getTextContent().strip())
                .filter(text -> text.length() <= LONGEST)
                .findFirst()
                .orElse(null);
        Answering.to(message).withAddressing(version, identity);
      }
    }
  }

  private static List<Element> blocks(Envelope envelope, String version) {
    return envelope.blocks().stream()
        .filter(block -> version.equals(block.getNamespaceURI()))
        .toList();
  }

  private static void check(SoapMessage message, Element block) {
    String name = "" + block.getLocalName();
    if (ANSWERS.contains(name)) {
      String version = "" + block.getNamespaceURI();
      Element address =
          Elements.only(
              block,
              version,
              "Address",
              rule -> Misaddressed.block(message, "InvalidEPR", block, mistake(name, rule)));
      String where = address == null ? "" : text(message, block, address);
      if (!where.equals(ANONYMOUS.get(version))) {
        String rule =
            "must be absent or " + ANONYMOUS.get(version) + ": answers go back to who asks";
        Refusal refusal = new Refusal(Reason.MALFORMED, name, rule, where);
        throw Misaddressed.block(message, "OnlyAnonymousAddressSupported", block, refusal);
      }
    } else if (name.equals("Action")) {
      Answering.to(message).withClaimed(block);
    } else if (name.equals("MessageID")) {
      String identity = text(message, block, block);
      if (identity.length() > LONGEST) {
        throw new Refusal(Reason.TOO_LONG, name, "must have at most 1000 characters", identity);
      }
    }
  }

  /**
   * The text of a block, or of an element in it, without space around it.
   *
   * @throws org.apache.cxf.binding.soap.SoapFault of WS-Addressing when it has more than text
   */
  static String text(SoapMessage message, Element block, Element element) {
    return Elements.text(
        element,
        rule -> Misaddressed.block(message, "", block, mistake("" + block.getLocalName(), rule)));
  }

  private static Refusal mistake(String block, String rule) {
    return new Refusal(Reason.MALFORMED, block, rule, "");
  }

  private static void mustBeThereOnce(SoapMessage message, List<Element> blocks) {
    Set<String> seen = new HashSet<>();
    for (Element block : blocks) {
      String name = "" + block.getLocalName();
      if (!name.equals("RelatesTo") && Names.ADDRESSING.contains(name) && !seen.add(name)) {
        throw Misaddressed.block(
            message, "InvalidCardinality", block, mistake(name, "must be there once"));
      }
    }
  }
}
