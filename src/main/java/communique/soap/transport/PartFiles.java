package communique.soap.transport;

import java.io.IOException;
import java.util.Collection;
import org.apache.cxf.attachment.AttachmentDataSource;
import org.apache.cxf.attachment.LazyAttachmentCollection;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.OutgoingChainInterceptor;
import org.apache.cxf.message.Attachment;
import org.apache.cxf.phase.Phase;

/**
 * Sees to it that of the parts of a message, of which large ones go to temporary files, none stays,
 * whatever became of the message and whether or not anybody read them.
 */
public final class PartFiles extends AbstractSoapInterceptor {
  private static final System.Logger LOG = System.getLogger(PartFiles.class.getName());

  /** Makes one for the messages of a service. */
  public PartFiles() {
    super(Phase.RECEIVE);
  }

  @Override
  public void handleMessage(SoapMessage message) {
    message.getInterceptorChain().add(new AfterUse());
  }

  @Override
  public void handleFault(SoapMessage message) {
    drop(message);
  }

  private static void drop(SoapMessage message) {
    Collection<Attachment> parts = message.getAttachments();
    if (parts instanceof LazyAttachmentCollection lazy) {
      lazy.getLoadedAttachments().forEach(PartFiles::drop);
    }
  }

  // The file goes when the last stream that reads it is closed; what was not kept has none.
  private static void drop(Attachment part) {
    if (part.getDataHandler().getDataSource() instanceof AttachmentDataSource source
        && source.isCached()) {
      try {
        source.getInputStream().close();
      } catch (IOException e) {
        LOG.log(System.Logger.Level.WARNING, "a part of a message could not be dropped", e);
      }
    }
  }

  /** Comes when the use case has ended well. */
  private static final class AfterUse extends AbstractSoapInterceptor {
    AfterUse() {
      super(Phase.POST_INVOKE);
      addBefore(OutgoingChainInterceptor.class.getName());
    }

    @Override
    public void handleMessage(SoapMessage message) {
      drop(message);
    }
  }
}
