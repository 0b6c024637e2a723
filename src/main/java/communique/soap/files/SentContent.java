package communique.soap.files;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.activation.DataHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;

/**
 * The content of a file that the answer to a request will have.
 *
 * @param content where its bytes come from
 * @param beside whether they go beside the answer (MTOM): only to a request that came so, since
 *     others would find no XML
 */
record SentContent(Content content, boolean beside) {
  /** The largest in base64, which many clients hold in memory several times. */
  static final long MOST_IN_BASE64 = 18_000_000;

  /** Of the message that is answered; absent when the answer has no such content. */
  static @Nullable SentContent of(Message answer) {
    return answer.getExchange().getInMessage().get(SentContent.class);
  }

  /**
   * Has a content sent with the answer to the request that this thread works on.
   *
   * @param address where it can be fetched by HTTP
   * @throws Refusal TOO_LARGE when it does not fit into the answer
   */
  static DataHandler toRequest(Content content, String address) {
    Message request =
        Objects.requireNonNull(PhaseInterceptorChain.getCurrentMessage(), "no message");
    boolean beside = isMtom(request);
    if (!beside && content.size() > MOST_IN_BASE64) {
      throw new Refusal(
          Reason.TOO_LARGE,
          "",
          "must be asked for by MTOM (a request of type multipart/related with"
              + " application/xop+xml) or by HTTP GET at "
              + address
              + ", since it has more than "
              + MOST_IN_BASE64
              + " bytes",
          "" + content.size());
    }
    request.put(SentContent.class, new SentContent(content, beside));
    // What goes into the answer is written by Base64Writer, in the place of this.
    return new DataHandler(beside ? content : Content.NOTHING);
  }

  private static boolean isMtom(Message request) {
    HttpServletRequest http =
        (HttpServletRequest)
            Objects.requireNonNull(request.get(AbstractHTTPDestination.HTTP_REQUEST), "no HTTP");
    String type = ("" + http.getContentType()).toLowerCase(Locale.ROOT);
    return type.startsWith("multipart/related") && type.contains("application/xop+xml");
  }
}
