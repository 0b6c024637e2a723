package communique.soap.originals;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.briefing.Original;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.staxutils.StaxUtils;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageCopyTest {
  private static final XMLInputFactory PARSERS = StaxUtils.createXMLInputFactory(true);
  private static final String MARK = "\uFEFF";
  private static final String BEFORE =
      "<!-- <s:Header>é</s:Header> 😀 -->\r\n<s:Envelope xmlns:s='%s' a='&gt;é'>\r\n  "
          .formatted("http://schemas.xmlsoap.org/soap/envelope/");
  private static final String AFTER =
      "<!-- é --><s:Body>\n<a>é<s:Header>stays</s:Header><Header/>&lt;s:Header></a>"
          + "</s:Body> </s:Envelope>\n<!-- </s:Header> --> ";

  /** Wherever one could take the header to begin or to end, it does not. */
  private static final String HEADER =
      "<s:Header a='>' b=\"&lt;/s:Header>é\"\r\n><![CDATA[</s:Header>]]><!-- </s:Header> 😀 -->"
          + "<?p </s:Header>?>&#60;/s:Header><p>secret</p><s:Header>in it</s:Header><e/></s:Header\n>";

  static Stream<Arguments> encodings() {
    return Stream.of(
        Arguments.of("", UTF_8, null),
        Arguments.of("", UTF_8, "UTF-8"),
        Arguments.of(MARK, UTF_8, null),
        Arguments.of(MARK, UTF_8, "UTF-8"),
        Arguments.of("<?xml version='1.0'?>\n", UTF_8, null),
        Arguments.of(MARK + "<?xml version='1.0' encoding='UTF-8'?>\n", UTF_8, null),
        Arguments.of(MARK + "<?xml version='1.0' encoding='UTF-8'?>\n", UTF_8, "UTF-8"),
        Arguments.of(MARK, UTF_16LE, null),
        Arguments.of(MARK, UTF_16BE, null),
        Arguments.of(MARK, UTF_16LE, "UTF-16"),
        Arguments.of(MARK, UTF_16BE, "UTF-16"),
        Arguments.of(MARK, UTF_16LE, "UTF-16LE"),
        Arguments.of(MARK, UTF_16BE, "UTF-16BE"),
        Arguments.of("", UTF_16BE, "UTF-16"),
        Arguments.of("", UTF_16LE, "UTF-16LE"),
        Arguments.of(MARK + "<?xml version='1.0' encoding='UTF-16'?>", UTF_16LE, null),
        Arguments.of(MARK + "<?xml version='1.0' encoding='UTF-16'?>", UTF_16BE, "UTF-16"),
        Arguments.of("<?xml version='1.0' encoding='UTF-16'?>", UTF_16LE, null),
        Arguments.of("<?xml version='1.0' encoding='ISO-8859-1'?>", ISO_8859_1, null),
        Arguments.of("", ISO_8859_1, "ISO-8859-1"),
        Arguments.of("<?xml version='1.0' encoding='windows-1252'?>", windows(), null),
        Arguments.of("<?xml version='1.0' encoding='IBM037'?>", Charset.forName("IBM037"), null),
        Arguments.of("", Charset.forName("GB18030"), "GB18030"),
        Arguments.of("<!-- 日本 -->", Charset.forName("ISO-2022-JP"), "ISO-2022-JP"),
        Arguments.of(MARK, Charset.forName("UTF-32BE"), null),
        Arguments.of("", Charset.forName("UTF-32BE"), "UTF-32BE"),
        Arguments.of("<?xml version='1.1' encoding='UTF-8'?>\n", UTF_8, null));
  }

  private static Charset windows() {
    return Charset.forName("windows-1252");
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void the_header_is_cut_out_and_no_other_byte(
      String begin, Charset encoding, @Nullable String given) throws Exception {
    String before = begin + representable(BEFORE, encoding);
    String header = representable(HEADER, encoding);
    String after = representable(AFTER, encoding);
    byte[] sent = (before + header + after).getBytes(encoding);
    assertThat(kept(sent, given)).isEqualTo((before + after).getBytes(encoding));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void a_message_without_header_stays_as_it_is(
      String begin, Charset encoding, @Nullable String given) throws Exception {
    byte[] sent = representable(begin + BEFORE + AFTER, encoding).getBytes(encoding);
    assertThat(kept(sent, given)).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<s:Header/>",
        "<s:Header\n a='/>' />",
        "<s:Header></s:Header>",
        "<Header xmlns='http://schemas.xmlsoap.org/soap/envelope/'><a>secret</a></Header>",
        "<x:Header xmlns:x='urn:x'>secret</x:Header>",
        "<Password>secret</Password>"
      })
  void whatever_stands_before_the_body_is_cut_out(String element) throws Exception {
    byte[] sent = (BEFORE + element + "\n" + element + AFTER).getBytes(UTF_8);
    assertThat(kept(sent, null)).isEqualTo((BEFORE + "\n" + AFTER).getBytes(UTF_8));
  }

  @Test
  void long_headers_and_bodies_are_copied_alike() throws Exception {
    String header = "<s:Header><p>" + "sécret 😀 ".repeat(50_000) + "</p></s:Header>";
    String after = AFTER + "<!--" + "é 😀 ".repeat(50_000) + "-->";
    for (Charset encoding : List.of(UTF_8, UTF_16)) {
      byte[] sent = (BEFORE + header + after).getBytes(encoding);
      assertThat(kept(sent, null)).isEqualTo((BEFORE + after).getBytes(encoding));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<s:Envelope xmlns:s='urn:s'><s:Header><p>secret</p></s:Header></s:Envelope>",
        "<s:Envelope xmlns:s='urn:s'><s:Header><s:Body>secret</s:Body></s:Header></s:Envelope>",
        "<s:Envelope xmlns:s='urn:s'><x:Body xmlns:x='urn:x'>secret</x:Body></s:Envelope>"
      })
  void nothing_is_kept_of_what_has_no_body(String sent) {
    assertThatThrownBy(() -> kept(sent.getBytes(UTF_8), null))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED));
  }

  @Test
  void a_message_of_which_the_header_cannot_be_told_from_its_bytes_is_refused() {
    byte[] sent = (MARK + BEFORE + HEADER + AFTER).getBytes(Charset.forName("UTF-32BE"));
    assertThatThrownBy(() -> kept(sent, "UTF-32BE"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("such as UTF-8");
    CharacterPlaces places = new CharacterPlaces("é<p/>".getBytes(UTF_8), UTF_8, true);
    assertThatThrownBy(() -> places.start(new Extent(2, 5))).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> places.end(new Extent(1, 4))).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> places.end(new Extent(1, 9))).isInstanceOf(Refusal.class);
  }

  private static byte[] kept(byte[] sent, @Nullable String encoding) throws XMLStreamException {
    try (MessageCopy copy = new MessageCopy("text/xml")) {
      XMLStreamReader parser =
          PARSERS.createXMLStreamReader(copy.of(new ByteArrayInputStream(sent)), encoding);
      EnvelopeReader reader =
          new EnvelopeReader((XMLStreamReader2) parser, copy, encoding != null, Set.of("a"));
      reader.nextTag();
      while (reader.hasNext()) {
        reader.next();
      }
      Original original = copy.original();
      assertThat(original.type()).isEqualTo("text/xml");
      return original.content();
    }
  }

  private static String representable(String text, Charset encoding) {
    CharsetEncoder encoder = encoding.newEncoder();
    String known = encoder.canEncode("😀") ? text : text.replace("😀", "é");
    return encoder.canEncode("é") ? known : known.replace("é", "日");
  }
}
