package communique.soap.originals;

import communique.briefing.Original;
import jakarta.activation.MimeType;
import jakarta.activation.MimeTypeParseException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.attachment.AttachmentDeserializer;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.helpers.CastUtils;
import org.apache.cxf.interceptor.StaxInInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Copies each message of some operations, for its deposit to be kept with: the envelope byte for
 * byte as it came, in its encoding, but without what stands in it before the body. Nothing of a
 * header is kept, known or not, since it may hold a password. Of a message in several parts the
 * envelope is the first part; the others are the media files, which the archive keeps by
 * themselves.
 */
public final class Originals extends AbstractSoapInterceptor {
  private static final Pattern PRINTABLE = Pattern.compile("[ -~]+");

  private final Set<String> operations;

  /**
   * Makes a copier for the messages of a service.
   *
   * @param operations the names of those whose messages are kept; each of them must ask for the
   *     original
   */
  public Originals(Set<String> operations) {
    super(Phase.POST_STREAM);
    this.operations = Set.copyOf(operations);
    addBefore(StaxInInterceptor.class.getName());
  }

  /**
   * The original of the message that this thread works on, which can be had once.
   *
   * @throws communique.briefing.Refusal when it is no SOAP message after all
   */
  public static Original ofRequest() {
    Message message = PhaseInterceptorChain.getCurrentMessage();
    try (MessageCopy copy = Objects.requireNonNull(message.get(MessageCopy.class), "no copy")) {
      return copy.original();
    }
  }

  @Override
  public void handleMessage(SoapMessage message) {
    InputStream in = message.getContent(InputStream.class);
    if (in != null) {
      MessageCopy copy = new MessageCopy(type(message));
      message.put(MessageCopy.class, copy);
      message.setContent(InputStream.class, copy.of(in));
      message.getInterceptorChain().add(new Watching(operations));
    }
  }

  /** Whatever went wrong, and wherever: no temporary file stays. */
  @Override
  public void handleFault(SoapMessage message) {
    MessageCopy copy = message.get(MessageCopy.class);
    if (copy != null) {
      copy.close();
    }
  }

  // As it was sent; where it was not, or in no form that can be sent back, as SOAP has it.
  private static String type(SoapMessage message) {
    String sent = sentType(message);
    if (sent != null && PRINTABLE.matcher(sent).matches()) {
      try {
        return new MimeType(sent).toString();
      } catch (MimeTypeParseException e) {
        return message.getVersion().getContentType();
      }
    }
    return message.getVersion().getContentType();
  }

  private static @Nullable String sentType(SoapMessage message) {
    Map<String, List<String>> part =
        CastUtils.cast((Map<?, ?>) message.get(AttachmentDeserializer.ATTACHMENT_PART_HEADERS));
    if (part == null) {
      return (String) message.get(Message.CONTENT_TYPE);
    }
    // A long one may have been folded into lines.
    List<String> types = part.get("Content-Type");
    return types == null ? null : types.get(0).replaceAll("\\R", "");
  }

  /** Has the envelope watched by whoever reads it. */
  private static final class Watching extends AbstractSoapInterceptor {
    private final Set<String> operations;

    Watching(Set<String> operations) {
      super(Phase.POST_STREAM);
      this.operations = operations;
      addAfter(StaxInInterceptor.class.getName());
    }

    @Override
    public void handleMessage(SoapMessage message) {
      MessageCopy copy = message.get(MessageCopy.class);
      if (copy != null
          && message.getContent(XMLStreamReader.class) instanceof XMLStreamReader2 parser) {
        boolean encodingGiven = message.get(Message.ENCODING) != null;
        message.setContent(
            XMLStreamReader.class, new EnvelopeReader(parser, copy, encodingGiven, operations));
      }
    }
  }
}
