package communique.soap.transport;

import communique.briefing.Refusal;
import communique.soap.limits.HttpHead;
import communique.soap.limits.PartLimits;
import communique.soap.security.Authentication;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import java.util.Locale;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.Soap12;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Takes the SOAP version of a request from its content type, so that a request that cannot be read
 * as far as its envelope is answered in a version its sender understands; and its encoding from the
 * XML itself where the content type is silent. What is not sent as it must be is refused before it
 * is read.
 */
public final class ContentType extends AbstractSoapInterceptor {
  /** Makes one for the requests of a service. */
  public ContentType() {
    super(Phase.RECEIVE);
    addBefore("org.apache.cxf.interceptor.AttachmentInInterceptor");
  }

  @Override
  public void handleMessage(SoapMessage message) {
    String sent = (String) message.get(Message.CONTENT_TYPE);
    String type = ("" + sent).toLowerCase(Locale.ROOT);
    boolean newer = type.contains("application/soap+xml");
    message.setVersion(newer ? Soap12.getInstance() : Soap11.getInstance());
    mustBeReadable(sent, message);
    // Without this, what names no encoding would be taken for ISO 8859-1; XML says it itself.
    if (!type.contains("charset")) {
      message.remove(Message.ENCODING);
    }
    InputStream in = message.getContent(InputStream.class);
    if (in != null && sent != null && type.startsWith("multipart/")) {
      message.setContent(InputStream.class, PartLimits.of(in, sent));
      message.put(Message.CONTENT_TYPE, PartLimits.spelled(sent));
    }
  }

  // SOAP 1.2 part 2, section 7.5.2.2; RFC 9110, section 15.5.16.
  private static void mustBeReadable(@Nullable String sent, SoapMessage message) {
    try {
      HttpHead.mustBeReadable(sent, Authentication.request(message).getHeader("Content-Encoding"));
    } catch (Refusal refusal) {
      SoapFault fault = new SoapFault(refusal.rule(), refusal, message.getVersion().getSender());
      fault.setStatusCode(HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
      throw fault;
    }
  }
}
