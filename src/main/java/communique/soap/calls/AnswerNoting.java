package communique.soap.calls;

import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.AbstractOutDatabindingInterceptor;
import org.apache.cxf.interceptor.StaxOutInterceptor;
import org.apache.cxf.phase.Phase;

/** Has the answer, or the fault, to a watched account's message noted while it is written. */
public final class AnswerNoting extends AbstractSoapInterceptor {
  /** Makes one for the answers or the faults of a service. */
  public AnswerNoting() {
    super(Phase.PRE_STREAM);
    addAfter(StaxOutInterceptor.class.getName());
  }

  @Override
  public void handleMessage(SoapMessage message) {
    Transcript notes = Call.of(message.getExchange().getInMessage()).noteAnswer();
    XMLStreamWriter writer = message.getContent(XMLStreamWriter.class);
    if (notes != null && writer != null) {
      // Else the content would be written past the writer.
      message.put(AbstractOutDatabindingInterceptor.DISABLE_OUTPUTSTREAM_OPTIMIZATION, true);
      message.setContent(XMLStreamWriter.class, new NotingWriter(writer, notes));
    }
  }
}
