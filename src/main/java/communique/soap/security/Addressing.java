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
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Understands WS-Addressing (1.0, and the submission of 2004). Answers go back on the connection on
 * which the request came, and never anywhere else: who wants them elsewhere is refused, and no
 * connection is made to find out. What is asked for is said by the body alone; an Action cannot
 * claim something else.
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
    for (String version : VERSIONS) {
      List<Element> blocks =
          envelope.blocks().stream()
              .filter(block -> version.equals(block.getNamespaceURI()))
              .toList();
      if (!blocks.isEmpty()) {
        Answering.to(message).withAddressing(version, identity(blocks));
        blocks.forEach(Addressing::check);
      }
    }
  }

  private static void check(Element block) {
    String name = "" + block.getLocalName();
    if (ANSWERS.contains(name)) {
      String version = "" + block.getNamespaceURI();
      Element address = Elements.only(block, version, "Address");
      String where = address == null ? "" : Elements.text(address);
      if (!where.equals(ANONYMOUS.get(version))) {
        throw new Refusal(
            Reason.MALFORMED,
            name,
            "must be absent or " + ANONYMOUS.get(version) + ": answers go back to who asks",
            where);
      }
    }
  }

  private static @Nullable String identity(List<Element> blocks) {
    Set<String> seen = new HashSet<>();
    String identity = null;
    for (Element block : blocks) {
      String name = "" + block.getLocalName();
      if (!name.equals("RelatesTo") && Names.ADDRESSING.contains(name) && !seen.add(name)) {
        throw new Refusal(Reason.MALFORMED, name, "must be there once", "");
      }
      if (name.equals("MessageID")) {
        identity = Elements.text(block);
      }
    }
    if (identity != null && identity.length() > LONGEST) {
      throw new Refusal(
          Reason.TOO_LONG, "MessageID", "must have at most 1000 characters", identity);
    }
    return identity;
  }
}
