package communique.soap.faults;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import communique.soap.limits.XmlLimits;
import communique.soap.transport.RequestLimit;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.binding.soap.SoapVersion;
import org.apache.cxf.io.CacheSizeExceededException;
import org.jspecify.annotations.Nullable;

/**
 * Tells a client's mistake from a failure of the server, by what was thrown. That the network
 * failed while a request was read is said by a refusal within ({@link RequestLimit}), as are most
 * mistakes.
 */
final class ClientMistake {
  private static final Pattern UNWRITABLE =
      Pattern.compile("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  /** What CXF complains of in a part that is not in the encoding that it says. */
  private static final String UNDECODED = "quoted printable";

  private ClientMistake() {}

  /**
   * The refusal that a failure is to be answered with: also one that says that the server cannot
   * take the message now. Null when it failed otherwise.
   *
   * @param read whether the message had been read to its end before
   */
  static @Nullable Refusal of(Throwable failure, boolean read) {
    Refusal refusal = refusal(failure);
    if (refusal != null) {
      return refusal;
    }
    SoapFault byCxf = null;
    XMLStreamException syntax = null;
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof CacheSizeExceededException) {
        String rule = "must have parts of at most " + RequestLimit.MOST_BYTES + " bytes";
        return new Refusal(Reason.TOO_LARGE, "", rule, "", failure);
      }
      if (!read && each instanceof IOException unread) {
        return unread(unread);
      }
      if (each instanceof XMLStreamException unreadable) {
        syntax = unreadable;
      }
      if (each instanceof SoapFault fault) {
        byCxf = fault;
      }
    }
    return syntax != null ? syntax(syntax) : protocol(byCxf);
  }

  private static @Nullable Refusal refusal(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof Refusal refusal) {
        return refusal;
      }
    }
    return null;
  }

  // A large message is laid down on a disk while it is read, and that may be full.
  private static Refusal unread(IOException e) {
    boolean unreadable =
        e instanceof CharConversionException
            || e instanceof CharacterCodingException
            || e instanceof UnsupportedEncodingException
            || ("" + e.getMessage()).contains(UNDECODED);
    return unreadable
        ? new Refusal(Reason.MALFORMED, "", "must be in the encoding that it says", "", e)
        : new Refusal(
            Reason.RECORD_UNAVAILABLE,
            "",
            "must be sent again later: it cannot be laid down now",
            "",
            e);
  }

  private static Refusal syntax(XMLStreamException unreadable) {
    Refusal exceeded = XmlLimits.exceeded(unreadable);
    if (exceeded != null) {
      return exceeded;
    }
    Location at = unreadable.getLocation();
    return new Refusal(
        Reason.MALFORMED,
        "",
        "must be well-formed XML without a document type declaration",
        at == null ? "" : "line " + at.getLineNumber() + ", column " + at.getColumnNumber(),
        unreadable);
  }

  private static @Nullable Refusal protocol(@Nullable SoapFault byCxf) {
    if (byCxf == null || byCxf.getFaultCode().getLocalPart().equals("Server")) {
      return null;
    }
    String rule =
        byCxf.getFaultCode().getLocalPart().equals("VersionMismatch")
            ? "must be an envelope of SOAP 1.1 or 1.2"
            : "must be a SOAP message as the contract describes it";
    return new Refusal(Reason.MALFORMED, "", rule, "", byCxf);
  }

  /** The code of a fault that the client is to blame for; SOAP has a few of its own. */
  static QName code(Throwable failure, SoapVersion version) {
    String code = failure instanceof SoapFault fault ? fault.getFaultCode().getLocalPart() : "";
    List<QName> more = finer(failure);
    if (version instanceof Soap11 && !more.isEmpty()) {
      // SOAP 1.1 has one code only, and it is the finest (WS-Addressing SOAP binding, section 6.2).
      return more.get(more.size() - 1);
    }
    // Of an envelope in no known version, CXF speaks as one of 1.1 would, whoever sent it.
    return switch (code) {
      case "VersionMismatch" -> version.getVersionMismatch();
      case "MustUnderstand" -> version.getMustUnderstand();
      default -> version.getSender();
    };
  }

  /** The finer codes that a standard has for a failure, from the coarsest to the finest. */
  static List<QName> finer(Throwable failure) {
    List<QName> codes = failure instanceof SoapFault fault ? fault.getSubCodes() : null;
    return codes == null ? List.of() : codes;
  }

  /** A value without what XML cannot hold. */
  static String writable(String value) {
    return UNWRITABLE.matcher(value).replaceAll("\uFFFD");
  }
}
