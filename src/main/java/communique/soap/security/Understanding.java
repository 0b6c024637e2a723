package communique.soap.security;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * Refuses a message that wants a block of its header understood that is not, before anything else
 * of it counts, as SOAP demands.
 */
final class Understanding extends AbstractSoapInterceptor {
  Understanding() {
    super(Phase.PRE_PROTOCOL);
  }

  @Override
  public void handleMessage(SoapMessage message) {
    Envelope envelope = Envelope.of(message);
    if (envelope == null) {
      return;
    }
    Set<QName> strange =
        envelope.blocks().stream()
            .filter(envelope::mustBeUnderstood)
            .map(Elements::name)
            .filter(name -> !isUnderstood(name))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (!strange.isEmpty()) {
      Addressing.relate(message, envelope);
      Answering.to(message).withNotUnderstood(strange);
      String rule = "must not demand that what is not known here be understood";
      Refusal refusal =
          new Refusal(Reason.MALFORMED, "Header", rule, strange.iterator().next().toString());
      throw new SoapFault(rule, refusal, message.getVersion().getMustUnderstand());
    }
  }

  private static boolean isUnderstood(QName name) {
    boolean addressing = Addressing.VERSIONS.contains(name.getNamespaceURI());
    return name.equals(Names.SECURITY)
        || (addressing && Names.ADDRESSING.contains(name.getLocalPart()));
  }
}
