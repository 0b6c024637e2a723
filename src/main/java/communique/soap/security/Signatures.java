package communique.soap.security;

import communique.access.Caller;
import communique.access.Certificates.Holder;
import communique.access.LogIn;
import communique.access.X509;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.security.NoSuchProviderException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.URIDereferencer;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.apache.cxf.binding.soap.SoapMessage;

/**
 * Verifies the signature of a message (WS-Security 1.1, X.509 token profile) over its body and its
 * timestamp, by a certificate that is registered for an account.
 *
 * <p>All that can be refused by the header is refused before the body is read. Only when the key of
 * an account has signed the very header that is there, and that has not been used, the message is
 * held in memory: whoever has no such key, nor such a header from somebody who has, cannot make the
 * archive do so. How much is held at the same time is limited ({@link SignedBodies}).
 */
final class Signatures {
  /** Where a request has the room that its message takes, until it is answered. */
  static final String ROOM = Signatures.class.getName() + ".room";

  private static final XMLSignatureFactory FACTORY = factory();

  private final LogIn logIn;
  private final SignedBodies bodies;

  Signatures(LogIn logIn, SignedBodies bodies) {
    this.logIn = logIn;
    this.bodies = bodies;
  }

  /**
   * The account that signed the message; the message's body is then the one that was signed.
   *
   * @throws Refusal NOT_AUTHENTICATED when the signature is not what it must be, or was used
   *     before; MALFORMED when the message came in several parts; RECORD_UNAVAILABLE when too much
   *     is held already
   */
  Caller verify(
      SoapMessage message, Envelope envelope, SecurityHeader security, HttpServletRequest request) {
    mustHoldItsFiles(request);
    SignatureForm form = SignatureForm.of(Objects.requireNonNull(security.signature()));
    SignedParts parts = SignedParts.of(envelope, security, form.references());
    Holder holder = logIn.signer(SignerName.of(form.element(), security), request);
    PublicKey key = holder.certificate().getPublicKey();
    X509.mustBeStrong(key);
    if (!key.getAlgorithm().equals(form.keyAlgorithm())) {
      throw Rejected.because(
          "Signature.SignatureMethod", "must be for the key of the certificate", form.algorithm());
    }
    Caller caller = holder.caller();
    List<Reference> references =
        verify(
            form,
            parts,
            key,
            signed -> {
              logIn.mustBeUnusedSignature(caller, digests(signed));
              long length = request.getContentLengthLong();
              request.setAttribute(ROOM, bodies.room(caller.name() + digests(signed), length));
              SignedBody.read(message, envelope, parts);
            });
    logIn.useSignature(caller, digests(references));
    return caller;
  }

  // Neither what comes beside the request nor what would go beside its answer.
  private static void mustHoldItsFiles(HttpServletRequest request) {
    String type = "" + request.getContentType();
    if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      throw new Refusal(
          Reason.MALFORMED,
          "Security.Signature",
          "must be in a message of one part (no MTOM), with its files in it, in base64: a signature"
              + " over the body does not cover other parts",
          type);
    }
  }

  private static List<Reference> verify(
      SignatureForm form, SignedParts parts, PublicKey key, Consumer<List<Reference>> readingBody) {
    DOMValidateContext context =
        new DOMValidateContext(KeySelector.singletonKeySelector(key), form.element());
    context.setProperty("org.jcp.xml.dsig.secureValidation", true);
    context.setURIDereferencer(byPlace(context, parts));
    try {
      XMLSignature signature = FACTORY.unmarshalXMLSignature(context);
      mustBe(signature.getSignatureValue().validate(context), "be made with the key named");
      List<Reference> references = signature.getSignedInfo().getReferences();
      for (Reference each : references) {
        boolean later = parts.isBody(identity(each));
        mustBe(later || each.validate(context), "be over the header as it is");
      }
      readingBody.accept(references);
      for (Reference each : references) {
        mustBe(each.validate(context), "be over the body as it is");
      }
      return references;
    } catch (MarshalException | XMLSignatureException e) {
      throw Rejected.because("Signature", "must be well-formed and verifiable", "", e);
    }
  }

  // Java looks an identity up among those that it was told; it is told of one element at a time.
  private static URIDereferencer byPlace(DOMValidateContext context, SignedParts parts) {
    return (reference, used) -> {
      String uri = reference.getURI();
      context.setIdAttributeNS(parts.of(uri.substring(1)), Names.WSU, "Id");
      return FACTORY.getURIDereferencer().dereference(reference, used);
    };
  }

  private static String identity(Reference reference) {
    return reference.getURI().substring(1);
  }

  // What was signed, and not the signature itself: of some kinds of key there are two for the same.
  private static String digests(List<Reference> references) {
    return references.stream()
        .map(each -> Base64.getEncoder().encodeToString(each.getDigestValue()))
        .collect(Collectors.joining(" "));
  }

  private static void mustBe(boolean valid, String rule) {
    if (!valid) {
      throw Rejected.because("Signature", "must " + rule, "");
    }
  }

  // By name, so that no other part of the server decides what verifies signatures.
  private static XMLSignatureFactory factory() {
    try {
      return XMLSignatureFactory.getInstance("DOM", "XMLDSig");
    } catch (NoSuchProviderException e) {
      throw new IllegalStateException("every Java platform has it", e);
    }
  }
}
