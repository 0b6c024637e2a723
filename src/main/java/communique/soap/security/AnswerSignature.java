package communique.soap.security;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.binding.soap.interceptor.SoapOutInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.interceptor.StaxOutEndingInterceptor;
import org.apache.cxf.interceptor.StaxOutInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.w3c.dom.Document;

/**
 * Signs the answer or the fault to a request that was signed, over its body and a timestamp, with
 * the archive's key if it has one. Such an answer is held in memory; all others are streamed. A
 * fault that cannot be signed is sent as it is: it is to be known why.
 */
final class AnswerSignature extends AbstractSoapInterceptor {
  private static final int MOST_BYTES = 8 * 1024 * 1024;
  private static final System.Logger LOG = System.getLogger(AnswerSignature.class.getName());

  private final SigningKey key;
  private final boolean fault;

  /**
   * @param fault whether it is for faults
   */
  AnswerSignature(SigningKey key, boolean fault) {
    super(Phase.PRE_STREAM);
    addBefore(StaxOutInterceptor.class.getName());
    this.key = key;
    this.fault = fault;
  }

  @Override
  public void handleMessage(SoapMessage message) {
    OutputStream out = message.getContent(OutputStream.class);
    if (out != null && key.isThere() && Answering.to(message).hasSignature()) {
      Held held = new Held(out);
      message.setContent(OutputStream.class, held);
      message.setContent(Held.class, held);
      message.getInterceptorChain().add(new Ending(held));
    }
  }

  /** What was held of an answer that cannot be given is dropped, for the fault to be written. */
  @Override
  public void handleFault(SoapMessage message) {
    Held held = message.getContent(Held.class);
    if (held != null) {
      message.removeContent(Held.class);
      message.removeContent(XMLStreamWriter.class);
      message.remove(SoapOutInterceptor.WROTE_ENVELOPE_START);
      message.setContent(OutputStream.class, held.out);
    }
  }

  private byte[] signed(byte[] answer) {
    if (!fault) {
      return withSignature(answer);
    }
    try {
      return withSignature(answer);
    } catch (RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING, "a fault is sent without the signature it should have", e);
      return answer;
    }
  }

  private byte[] withSignature(byte[] answer) {
    try {
      Document document = StaxUtils.read(new ByteArrayInputStream(answer));
      sign(document);
      ByteArrayOutputStream out = new ByteArrayOutputStream(answer.length);
      StaxUtils.writeTo(document, out);
      return out.toByteArray();
    } catch (WSSecurityException | XMLStreamException e) {
      throw new Fault(e);
    }
  }

  private void sign(Document document) throws WSSecurityException {
    WSSecHeader header = new WSSecHeader(document);
    header.setMustUnderstand(false);
    header.insertSecurityHeader();
    WSSecTimestamp timestamp = new WSSecTimestamp(header);
    timestamp.setTimeToLive((int) Window.OLDEST.toSeconds());
    timestamp.build();
    WSSecSignature signature = new WSSecSignature(header);
    SigningStore store = key.store();
    signature.setUserInfo(store.alias(), store.password());
    signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
    signature.setSignatureAlgorithm(
        store.elliptic() ? WSConstants.ECDSA_SHA256 : WSConstants.RSA_SHA256);
    signature.setDigestAlgo(WSConstants.SHA256);
    signature.setAddInclusivePrefixes(false);
    signature.getParts().add(new WSEncryptionPart(timestamp.getId()));
    String soap = document.getDocumentElement().getNamespaceURI();
    signature.getParts().add(new WSEncryptionPart("Body", soap, "Content"));
    signature.build(store.crypto());
  }

  /** The answer, until it is complete. */
  private static final class Held extends ByteArrayOutputStream {
    private final OutputStream out;

    /**
     * @param out where it goes then
     */
    Held(OutputStream out) {
      this.out = out;
    }

    @Override
    public synchronized void write(int each) {
      mustFit(1);
      super.write(each);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      mustFit(length);
      super.write(bytes, offset, length);
    }

    private void mustFit(int more) {
      if (size() + more > MOST_BYTES) {
        throw new Refusal(
            Reason.TOO_LARGE,
            "",
            "must be asked for without a signature: a signed answer has at most 8 MB",
            "");
      }
    }
  }

  private final class Ending extends AbstractSoapInterceptor {
    private final Held held;

    Ending(Held held) {
      super(Phase.PRE_STREAM_ENDING);
      addAfter(StaxOutEndingInterceptor.class.getName());
      this.held = held;
    }

    @Override
    public void handleMessage(SoapMessage message) {
      try {
        byte[] answer = signed(held.toByteArray());
        message.setContent(OutputStream.class, held.out);
        held.out.write(answer);
        held.out.flush();
      } catch (IOException e) {
        throw new Fault(e);
      }
    }
  }
}
