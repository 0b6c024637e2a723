package communique.soap.originals;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.util.StreamReaderDelegate;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * A reader of a SOAP envelope that finds, while others read it, where the elements before its body
 * stand: the header, and whatever else its sender put there. The parser alone decides where an
 * element begins and ends. As it counts characters and not bytes, these are looked up in the copy
 * when the body begins. The first element in the body, which is the operation, tells whether the
 * copy is needed at all.
 */
final class EnvelopeReader extends StreamReaderDelegate {
  private static final int CHILD_OF_ENVELOPE = 2;

  private final XMLStreamReader2 parser;
  private final MessageCopy copy;
  private final boolean encodingGiven;
  private final Set<String> operations;
  private final List<Extent> beforeBody = new ArrayList<>();
  private String namespace = "";
  private long start;
  private boolean begun;
  private boolean named;

  /**
   * @param parser stands before the envelope
   * @param encodingGiven whether the parser was told the encoding. One that finds it out by itself
   *     does not count the byte order mark
   * @param operations the names of those of which the copy is kept
   */
  EnvelopeReader(
      XMLStreamReader2 parser, MessageCopy copy, boolean encodingGiven, Set<String> operations) {
    super(parser);
    this.parser = parser;
    this.copy = copy;
    this.encodingGiven = encodingGiven;
    this.operations = operations;
  }

  @Override
  public int next() throws XMLStreamException {
    int event = super.next();
    watch(event);
    return event;
  }

  // Passes over no element.
  @Override
  public int nextTag() throws XMLStreamException {
    int event = super.nextTag();
    watch(event);
    return event;
  }

  private void watch(int event) throws XMLStreamException {
    if (named || (event != START_ELEMENT && event != END_ELEMENT)) {
      return;
    }
    if (begun) {
      named = true;
      if (!operations.contains(parser.getLocalName())) {
        copy.drop();
      }
    } else if (event == START_ELEMENT && parser.getDepth() < CHILD_OF_ENVELOPE) {
      namespace = "" + parser.getNamespaceURI();
    } else if (parser.getDepth() == CHILD_OF_ENVELOPE) {
      child(event);
    }
  }

  private void child(int event) throws XMLStreamException {
    if (event == END_ELEMENT) {
      beforeBody.add(new Extent(start, parser.getLocationInfo().getEndingCharOffset()));
    } else if (parser.getLocalName().equals("Body") && namespace.equals(parser.getNamespaceURI())) {
      begun = true;
      copy.begin(beforeBody, this::places);
    } else {
      start = parser.getLocationInfo().getStartingCharOffset();
    }
  }

  private CharacterPlaces places(byte[] bytes) {
    String encoding = Objects.requireNonNull(parser.getEncoding(), "read in no encoding");
    return new CharacterPlaces(bytes, Charset.forName(encoding), encodingGiven);
  }
}
