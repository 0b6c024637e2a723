package communique.soap;

import java.util.Locale;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;

/**
 * Takes the SOAP version of a request from its content type, so that a request that cannot be read
 * as far as its envelope is answered in a version its sender understands; and its encoding from the
 * XML itself where the content type is silent.
 */
final class ContentType extends AbstractSoapInterceptor {
  ContentType() {
    super(Phase.RECEIVE);
    addBefore("org.apache.cxf.interceptor.AttachmentInInterceptor");
  }

  @Override
  public void handleMessage(SoapMessage message) {
    String type = "" + message.get(Message.CONTENT_TYPE);
    boolean newer = type.toLowerCase(Locale.ROOT).contains("application/soap+xml");
    message.setVersion(newer ? Soap12.getInstance() : Soap11.getInstance());
    // Without this, what names no encoding would be taken for ISO 8859-1; XML says it itself.
    if (!type.toLowerCase(Locale.ROOT).contains("charset")) {
      message.remove(Message.ENCODING);
    }
  }
}
