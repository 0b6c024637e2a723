package communique.soap.limits;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import org.jspecify.annotations.Nullable;

/** A reader of an envelope that fails where this has what no message needs. */
final class LimitedReader extends StreamReaderDelegate {
  private static final int LONGEST_NAME = 256;
  private static final int MOST_IN_HEADER = 2_000;
  private static final int CHILD_OF_ENVELOPE = 2;

  private final HeaderStream header;
  private String namespace = "";
  private int depth;
  private int elements;
  private boolean begun;

  LimitedReader(XMLStreamReader reader, HeaderStream header) {
    super(reader);
    this.header = header;
    String encoding = reader.getEncoding();
    if (encoding != null && !HttpHead.isReadable(encoding)) {
      throw HttpHead.unreadable(encoding);
    }
  }

  @Override
  public int next() throws XMLStreamException {
    int event = super.next();
    watch(event);
    return event;
  }

  @Override
  public int nextTag() throws XMLStreamException {
    int event = super.nextTag();
    watch(event);
    return event;
  }

  private void watch(int event) {
    switch (event) {
      case START_ELEMENT -> start();
      case END_ELEMENT -> depth--;
      case ENTITY_REFERENCE ->
          throw new Refusal(
              Reason.MALFORMED,
              "",
              "must refer to no other entities than amp, lt, gt, quot and apos",
              "&" + getLocalName() + ";");
      default -> {
        // Says nothing, or is limited by its size alone.
      }
    }
  }

  private void start() {
    depth++;
    if (begun && depth == CHILD_OF_ENVELOPE) {
      throw new Refusal(
          Reason.MALFORMED, "", "must have nothing after its Body", getName().toString());
    }
    mustBeShort(getPrefix());
    mustBeShort(getLocalName());
    for (int i = 0; i < getAttributeCount(); i++) {
      mustBeShort(getAttributePrefix(i));
      mustBeShort(getAttributeLocalName(i));
    }
    for (int i = 0; i < getNamespaceCount(); i++) {
      mustBeShort(getNamespacePrefix(i));
    }
    if (!begun) {
      header();
    }
  }

  private void header() {
    if (depth == 1) {
      namespace = "" + getNamespaceURI();
    } else if (depth == CHILD_OF_ENVELOPE && isBody()) {
      begun = true;
      header.begin();
    } else if (++elements > MOST_IN_HEADER) {
      throw new Refusal(
          Reason.TOO_LARGE,
          "",
          "must have at most " + MOST_IN_HEADER + " elements before its Body",
          "");
    }
  }

  private boolean isBody() {
    return getLocalName().equals("Body") && namespace.equals(getNamespaceURI());
  }

  private static void mustBeShort(@Nullable String name) {
    if (name != null && name.length() > LONGEST_NAME) {
      throw new Refusal(
          Reason.TOO_LARGE,
          "",
          "must have at most "
              + LONGEST_NAME
              + " characters in the name of an element or attribute",
          name);
    }
  }
}
