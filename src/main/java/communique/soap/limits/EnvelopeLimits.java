package communique.soap.limits;

import java.io.InputStream;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.binding.soap.interceptor.ReadHeadersInterceptor;
import org.apache.cxf.interceptor.StaxInInterceptor;
import org.apache.cxf.phase.Phase;

/**
 * Keeps a message's header small, since it is held in memory before anybody knows who sent it, and
 * its names short; and takes nothing that would silently be left out of a text, nor anything after
 * the body, where nobody reads it and the copy that is kept of the message would have it.
 */
public final class EnvelopeLimits extends AbstractSoapInterceptor {
  /** Makes a watch over the messages of a service. */
  public EnvelopeLimits() {
    super(Phase.POST_STREAM);
    addBefore(StaxInInterceptor.class.getName());
  }

  @Override
  public void handleMessage(SoapMessage message) {
    InputStream in = message.getContent(InputStream.class);
    if (in != null) {
      HeaderStream header = new HeaderStream(in);
      message.setContent(InputStream.class, header);
      message.getInterceptorChain().add(new Watching(header));
    }
  }

  /** Watches the parser, when whoever needs the parser itself has been there. */
  private static final class Watching extends AbstractSoapInterceptor {
    private final HeaderStream header;

    Watching(HeaderStream header) {
      super(Phase.READ);
      this.header = header;
      addBefore(ReadHeadersInterceptor.class.getName());
    }

    @Override
    public void handleMessage(SoapMessage message) {
      XMLStreamReader reader = message.getContent(XMLStreamReader.class);
      if (reader != null) {
        message.setContent(XMLStreamReader.class, new LimitedReader(reader, header));
      }
    }
  }
}
