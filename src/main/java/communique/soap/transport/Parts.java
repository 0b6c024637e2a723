package communique.soap.transport;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.soap.security.Authentication;
import communique.soap.validation.ContractReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.cxf.binding.soap.SoapMessage;
import org.apache.cxf.binding.soap.interceptor.AbstractSoapInterceptor;
import org.apache.cxf.message.Attachment;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.Phase;

/**
 * Sees to it that the parts a message names are there, and all of it within the limits, before a
 * use case begins: large parts go to temporary files. Only a media file that is handed over alone
 * is left in its message, to be read by the use case itself.
 */
public final class Parts extends AbstractSoapInterceptor {
  private static final String CID = "cid:";
  private static final String READ = Parts.class.getName() + ".read";

  /** Makes one for the requests of a service. */
  public Parts() {
    super(Phase.PRE_INVOKE);
  }

  @Override
  public void handleMessage(SoapMessage message) {
    ContractReader reader = message.get(ContractReader.class);
    if (reader != null && reader.operation().equals("AttachMedia")) {
      if (!reader.attachments().isEmpty()) {
        RequestLimit.widen(Authentication.request(message));
        mustReach(reader.attachments().keySet().iterator().next(), message);
      }
    } else if (reader != null) {
      // Also of a message that names none: all its parts are looked at.
      mustHave(reader.attachments().keySet(), message);
    }
    message.put(READ, true);
  }

  /** Whether a message came in whole, so that what fails afterwards is not its sender's fault. */
  public static boolean read(Message message) {
    return message.containsKey(READ);
  }

  /**
   * The field that a refusal means.
   *
   * @param field as the refusal has it; a part is named by {@code cid:} and its Content-ID
   */
  public static String field(String field, Message message) {
    if (!field.startsWith(CID)) {
      return field;
    }
    ContractReader reader = message.get(ContractReader.class);
    return reader == null ? "" : field(field.substring(CID.length()), reader);
  }

  private static String field(String part, ContractReader reader) {
    return reader.attachments().entrySet().stream()
        .filter(named -> decoded(named.getKey()).equals(part))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static void mustHave(Set<String> attachments, SoapMessage message) {
    Set<String> present = new HashSet<>();
    if (message.getAttachments() != null) {
      for (Attachment part : message.getAttachments()) {
        present.add(part.getId());
      }
    }
    for (String named : attachments) {
      if (!present.contains(decoded(named))) {
        throw missing(named);
      }
    }
  }

  // The parts are read one after the other: where this stops, none has been read yet. To ask how
  // many there are would read them all.
  private static void mustReach(String named, SoapMessage message) {
    if (message.getAttachments() != null) {
      for (Attachment part : message.getAttachments()) {
        if (decoded(named).equals(part.getId())) {
          return;
        }
      }
    }
    throw missing(named);
  }

  private static Refusal missing(String named) {
    return new Refusal(
        Reason.MISSING, "Content", "must name a part that the message has", CID + named);
  }

  private static String decoded(String named) {
    try {
      return URLDecoder.decode(named, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return named;
    }
  }
}
