package communique.doors;

import static org.assertj.core.api.Assertions.assertThat;

import communique.support.RunningSystem;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is handed over over SOAP is read over REST, seen on a page and found by its words. */
@ExtendWith(RunningSystem.Shared.class)
final class RoundTripIT {
  private final RunningSystem system;
  private final Depositor depositor;

  RoundTripIT(RunningSystem system) throws IOException {
    this.system = system;
    this.depositor = new Depositor(system);
  }

  @Test
  void a_text_without_headline_has_a_page_that_invents_none_and_shows_its_photo() throws Exception {
    UUID briefing = depositor.depositWithPhoto("Ankerplatz <&> Hafen", photo());
    HttpResponse<String> page = depositor.get("briefings/" + briefing + "/en");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Ankerplatz &lt;&amp;&gt; Hafen")
        .contains("The harbour at noon")
        .contains("Photo: Harbour Office")
        .contains("/api/v1/media/")
        .contains("/api/v1/briefings/" + briefing + "/en")
        .contains("<h1 class=\"unseen\"")
        .doesNotContain("<script");
  }

  @Test
  void a_part_of_a_photo_is_given_alone_and_one_beyond_its_end_is_refused() throws Exception {
    byte[] photo = photo();
    UUID briefing = depositor.depositWithPhoto("Ankerkette", photo);
    String version = depositor.get("api/v1/briefings/" + briefing + "/en").body();
    String sha256 = version.replaceAll(".*\"sha256\":\"([0-9a-f]{64})\".*", "$1");
    HttpResponse<byte[]> part = media(sha256, "bytes=10-19");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(photo, 10, 20));
    assertThat(part.headers().firstValue("Content-Range")).contains("bytes 10-19/" + photo.length);
    assertThat(part.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(part.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(media(sha256, "bytes=" + photo.length + "-").statusCode()).isEqualTo(416);
    assertThat(media(sha256, "bytes=0-").body()).isEqualTo(photo);
  }

  @Test
  void what_was_handed_over_is_found_within_two_seconds() throws Exception {
    depositor.deposit("Warming up", "The first one is slower.");
    UUID briefing = depositor.deposit("Lighthouse keepers", "The keepers met the minister.");
    Instant end = Instant.now().plus(Duration.ofSeconds(2));
    boolean found = false;
    while (!found && Instant.now().isBefore(end)) {
      found = depositor.get("api/v1/search?q=keeper&language=en").body().contains("" + briefing);
    }
    assertThat(found).isTrue();
  }

  private HttpResponse<byte[]> media(String sha256, String range)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(system.httpUri().resolve("api/v1/media/" + sha256))
            .header("Range", range)
            .build();
    return system.client().send(request, BodyHandlers.ofByteArray());
  }

  private static byte[] photo() throws IOException {
    BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.CYAN);
    pen.fillRect(0, 15, 40, 15);
    pen.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, "png", bytes)).isTrue();
    return bytes.toByteArray();
  }
}
