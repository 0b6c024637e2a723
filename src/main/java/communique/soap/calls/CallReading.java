package communique.soap.calls;

import communique.access.Caller;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * Has the body of a watched account's message noted while it is read: after its sender is known,
 * when the header is over, and before its content is looked at.
 */
public final class CallReading extends AbstractSoapInterceptor {
  /** Makes one for the requests of a service. */
  public CallReading() {
    super(Phase.USER_PROTOCOL);
  }

  @Override
  public void handleMessage(SoapMessage message) {
    Caller caller = message.get(Caller.class);
    XMLStreamReader body = message.getContent(XMLStreamReader.class);
    Transcript notes = caller == null || body == null ? null : Call.of(message).note(caller);
    if (notes != null) {
      message.setContent(XMLStreamReader.class, new NotingReader(body, notes));
    }
  }
}
