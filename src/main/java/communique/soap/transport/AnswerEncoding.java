package communique.soap.transport;

import java.nio.charset.StandardCharsets;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;

/** Has every answer written in UTF-8, and not in whatever its request came in. */
public final class AnswerEncoding extends AbstractSoapInterceptor {
  /** Makes one for the answers of a service. */
  public AnswerEncoding() {
    super(Phase.SETUP);
  }

  @Override
  public void handleMessage(SoapMessage message) {
    message.put(Message.ENCODING, StandardCharsets.UTF_8.name());
  }
}
