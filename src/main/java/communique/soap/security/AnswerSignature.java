package communique.soap.security;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.interceptor.StaxOutEndingInterceptor;
import org.apache.cxf.interceptor.StaxOutInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.wss4j.common.WSEncryptionPart;
import org.apache.wss4j.common.crypto.CryptoType;
import org.apache.wss4j.common.ext.WSSecurityException;
import org.apache.wss4j.dom.WSConstants;
import org.apache.wss4j.dom.message.WSSecHeader;
import org.apache.wss4j.dom.message.WSSecSignature;
import org.apache.wss4j.dom.message.WSSecTimestamp;
import org.w3c.dom.Document;

/**
 * Signs the answer or the fault to a request that was signed, over its body and a timestamp, with
 * the archive's key if it has one. Such an answer is held in memory; all others are streamed.
 */
final class AnswerSignature extends AbstractSoapInterceptor {
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private final SigningKey key;

  AnswerSignature(SigningKey key) {
    super(Phase.PRE_STREAM);
    addBefore(StaxOutInterceptor.class.getName());
    this.key = key;
  }

  @Override
  public void handleMessage(SoapMessage message) {
    OutputStream out = message.getContent(OutputStream.class);
    if (out != null && key.isThere() && Answering.to(message).hasSignature()) {
      Held held = new Held();
      message.setContent(OutputStream.class, held);
      message.getInterceptorChain().add(new Ending(out, held));
    }
  }

  private byte[] signed(byte[] answer) {
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
    signature.setUserInfo(key.alias(), key.password());
    signature.setKeyIdentifierType(WSConstants.BST_DIRECT_REFERENCE);
    signature.setSignatureAlgorithm(
        isElliptic() ? WSConstants.ECDSA_SHA256 : WSConstants.RSA_SHA256);
    signature.setDigestAlgo(WSConstants.SHA256);
    signature.setAddInclusivePrefixes(false);
    signature.getParts().add(new WSEncryptionPart(timestamp.getId()));
    String soap = document.getDocumentElement().getNamespaceURI();
    signature.getParts().add(new WSEncryptionPart("Body", soap, "Content"));
    signature.build(key.crypto());
  }

  private boolean isElliptic() throws WSSecurityException {
    CryptoType type = new CryptoType(CryptoType.TYPE.ALIAS);
    type.setAlias(key.alias());
    X509Certificate certificate = key.crypto().getX509Certificates(type)[0];
    return certificate.getPublicKey().getAlgorithm().equals("EC");
  }

  /** The answer, until it is complete. */
  private static final class Held extends ByteArrayOutputStream {
    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      if (size() + length > MOST_BYTES) {
        throw new Refusal(
            Reason.TOO_LARGE,
            "",
            "must be asked for without a signature: a signed answer has at most 8 MB",
            "");
      }
      super.write(bytes, offset, length);
    }
  }

  private final class Ending extends AbstractSoapInterceptor {
    private final OutputStream out;
    private final Held held;

    Ending(OutputStream out, Held held) {
      super(Phase.PRE_STREAM_ENDING);
      addAfter(StaxOutEndingInterceptor.class.getName());
      this.out = out;
      this.held = held;
    }

    @Override
    public void handleMessage(SoapMessage message) {
      try {
        out.write(signed(held.toByteArray()));
        out.flush();
        message.setContent(OutputStream.class, out);
      } catch (IOException e) {
        throw new Fault(e);
      }
    }
  }
}
