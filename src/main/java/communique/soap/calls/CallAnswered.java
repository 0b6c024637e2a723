package communique.soap.calls;

import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;

/** Says that a call is answered as it was asked, before anything of the answer is sent. */
public final class CallAnswered extends AbstractSoapInterceptor {
  /** Makes one for the answers of a service; faults are not its matter. */
  public CallAnswered() {
    super(Phase.SETUP);
  }

  @Override
  public void handleMessage(SoapMessage message) {
    Message in = message.getExchange().getInMessage();
    Call.of(in).answered(in);
  }
}
