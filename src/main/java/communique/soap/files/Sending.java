package communique.soap.files;

import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.AbstractOutDatabindingInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;

/** Sends a content with an answer in the way that its request asks for; answers only. */
public final class Sending extends AbstractSoapInterceptor {
  /** Makes one for the answers of a service. */
  public Sending() {
    super(Phase.SETUP);
  }

  @Override
  public void handleMessage(SoapMessage message) {
    SentContent sent = SentContent.of(message);
    if (sent != null && sent.beside()) {
      message.put(Message.MTOM_ENABLED, true);
    } else if (sent != null) {
      message.put(AbstractOutDatabindingInterceptor.DISABLE_OUTPUTSTREAM_OPTIMIZATION, true);
      message.getInterceptorChain().add(new Within(sent.content()));
    }
  }

  /** Puts the content into the answer while it is written. */
  private static final class Within extends AbstractSoapInterceptor {
    private final Content content;

    Within(Content content) {
      super(Phase.PRE_MARSHAL);
      this.content = content;
    }

    @Override
    public void handleMessage(SoapMessage message) {
      XMLStreamWriter writer = message.getContent(XMLStreamWriter.class);
      message.setContent(XMLStreamWriter.class, new Base64Writer(writer, content));
    }
  }
}
