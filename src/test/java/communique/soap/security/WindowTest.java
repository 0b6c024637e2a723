package communique.soap.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import communique.briefing.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** When a message counts. It is noon. */
class WindowTest {
  private final Window window =
      new Window(Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T12:00:00Z",
        "2026-03-01T11:55:01Z",
        "2026-03-01T12:01:00Z",
        "2026-03-01T11:59:30.123Z",
        "2026-03-01T11:59:30.1234567Z",
        "2026-03-01T21:00:00+09:00"
      })
  void what_was_created_within_five_minutes_counts_in_every_zone(String created) {
    assertThat(window.created("Created", created)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T11:55:00Z",
        "2026-03-01T12:01:00.001Z",
        "2026-03-01T12:00:00",
        "2026-03-01",
        "2026-02-30T12:00:00Z",
        "noon",
        ""
      })
  void what_is_older_or_to_come_or_has_no_zone_does_not(String created) {
    assertThatThrownBy(() -> window.created("Created", created)).isInstanceOf(Refusal.class);
  }

  @ParameterizedTest
  @CsvSource({"12:00:01,true", "12:00:00,false", "11:58:00,false"})
  void an_end_counts_that_its_sender_gave(String expires, boolean counts) throws Exception {
    Element timestamp = timestamp("Created", "11:59:00", "Expires", expires);
    if (counts) {
      window.check(timestamp);
    } else {
      assertThatThrownBy(() -> window.check(timestamp)).isInstanceOf(Refusal.class);
    }
  }

  @Test
  void a_timestamp_has_a_begin_and_at_most_an_end() throws Exception {
    Element[] wrong = {
      timestamp(),
      timestamp("Expires", "12:01:00"),
      timestamp("Expires", "12:01:00", "Created", "11:59:00"),
      timestamp("Created", "11:59:00", "Created", "11:59:00"),
      timestamp("Created", "11:59:00", "Expires", "12:01:00", "Other", "12:01:00")
    };
    for (Element each : wrong) {
      assertThatThrownBy(() -> window.check(each)).isInstanceOf(Refusal.class);
    }
    window.check(timestamp("Created", "11:59:00"));
  }

  private static Element timestamp(String... times) throws Exception {
    Document document =
        DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().newDocument();
    Element timestamp = document.createElementNS(Names.WSU, "Timestamp");
    for (int i = 0; i < times.length; i += 2) {
      Element time = document.createElementNS(Names.WSU, times[i]);
      time.setTextContent("2026-03-01T" + times[i + 1] + "Z");
      timestamp.appendChild(time);
    }
    return timestamp;
  }
}
