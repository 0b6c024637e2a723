package communique.doors.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import communique.rest.SchemaCheck;
import communique.support.RunningSystem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files are handed over ahead of the version that shows them. */
@ExtendWith(RunningSystem.Shared.class)
class MediaOverRestIT {
  private final RunningSystem system;
  private final MediaClient media;

  MediaOverRestIT(RunningSystem system) {
    this.system = system;
    this.media = new MediaClient(system);
  }

  @Test
  void a_file_is_kept_under_its_digest_and_the_same_bytes_again_get_the_same_answer()
      throws Exception {
    byte[] png = Pictures.png(41, 31);
    HttpResponse<String> first = media.upload("xv-depositor", "image/png", png);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    SchemaCheck.assertValid("media.schema.json", first.body().getBytes(UTF_8));
    String sha256 = sha256(png);
    assertThat(first.headers().firstValue("Location")).hasValue("/api/v1/media/" + sha256);
    assertThat(first.body()).contains(sha256).contains("\"width\":41,\"height\":31");
    Path kept = place(sha256);
    assertThat(Files.readAllBytes(kept)).isEqualTo(png);
    HttpResponse<String> again = media.upload("xv-depositor", "image/png", png);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(first.body());
  }

  @Test
  void whoever_hands_a_file_over_is_not_told_that_somebody_else_has_before_and_may_place_it()
      throws Exception {
    byte[] png = Pictures.png(40, 31);
    HttpResponse<String> first = media.upload("kr-depositor", "image/png", png);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    HttpResponse<String> other = media.upload("xv-depositor", "image/png", png);
    assertThat(other.statusCode()).isEqualTo(201);
    assertThat(other.body()).isEqualTo(first.body());
    assertThat(media.upload("xv-depositor", "image/png", png).statusCode()).isEqualTo(200);
    String placed =
        "\"media\":[{\"role\":\"photo\",\"file\":{\"sha256\":\"" + sha256(png) + "\"}}]";
    RestClient.as("xv-depositor", system)
        .must("POST", "briefings", RestClient.statement("Placed by both", placed));
    assertThat(media.upload("archivist", "image/png", png).statusCode()).isEqualTo(200);
  }

  // Over HTTP/2 the server would take the whole body into its memory.
  @Test
  void a_client_that_could_speak_http_2_is_answered_in_http_1_1() throws Exception {
    HttpResponse<String> answer = media.getAs("archivist", "offices");
    assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
  }

  @Test
  void a_file_that_no_version_shows_is_seen_by_nobody() throws Exception {
    byte[] png = Pictures.png(42, 31);
    assertThat(media.upload("xv-depositor", "image/png", png).statusCode()).isEqualTo(201);
    assertThat(media.get("media/" + sha256(png)).statusCode()).isEqualTo(404);
    assertThat(media.getAs("archivist", "media/" + sha256(png)).statusCode()).isEqualTo(404);
  }

  @Test
  void the_size_of_a_webp_is_read_from_its_header() throws Exception {
    // The smallest there is: lossless, one pixel.
    byte[] webp = Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    HttpResponse<String> answer = media.upload("xv-depositor", "image/webp", webp);
    assertThat(answer.body()).contains("\"width\":1,\"height\":1");
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, <!DOCTYPE html><html><body><p>x</p></body></html>, UNKNOWN_VALUE",
    "image/svg+xml, <svg xmlns='http://www.w3.org/2000/svg'><script/></svg>, UNKNOWN_VALUE",
    "image/png, <svg xmlns='http://www.w3.org/2000/svg'><script/></svg>, UNKNOWN_VALUE",
    "image/png, %PDF-1.7 x, MEDIA_CONTRADICTS_TYPE",
    "image/png, '', MISSING",
  })
  void what_is_not_kept_or_not_what_its_sender_says_is_refused(
      String type, String content, String reason) throws Exception {
    HttpResponse<String> answer = media.upload("xv-depositor", type, content.getBytes(UTF_8));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(reason);
    SchemaCheck.assertValid("problem.schema.json", answer.body().getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "video/mp4, video/mp4, isom",
    "video/mp4, video/mp4, iso2",
    "video/mp4, video/mp4, iso4",
    "video/mp4, video/mp4, iso5",
    "video/mp4, video/mp4, iso6",
    "video/mp4, video/mp4, avc1",
    "video/mp4, video/mp4, dash",
    "video/mp4, video/mp4, MSNV",
    "video/mp4, video/mp4, mp41",
    "video/mp4, video/mp4, mp42",
    "video/x-m4v, video/mp4, 'M4V '",
    "audio/mp4, audio/mp4, 'M4A '",
    "audio/x-m4a, audio/mp4, 'M4B '",
  })
  void films_and_recordings_are_kept_whatever_brand_of_mp4_they_have(
      String declared, String type, String brand) throws Exception {
    String head = "\0\0\0\34ftyp" + brand + "\0\0\2\0" + brand + "mp41\0\0\0\10free";
    HttpResponse<String> answer = media.upload("xv-depositor", declared, head.getBytes(ISO_8859_1));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body()).contains("\"type\":\"" + type + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "video/webm, video/webm, 1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104",
    "audio/ogg, audio/ogg, 4f676753000200000000000000000000000000000000000000000113"
        + "4f707573486561640101000080bb0000000000",
    "audio/opus, audio/ogg, 4f676753000200000000000000000000000100000000000000000113"
        + "4f707573486561640101000080bb0000000000",
    "audio/ogg, audio/ogg, 4f67675300020000000000000000000000000000000000000000011e"
        + "01766f72626973000000000144ac000000000000",
  })
  void webm_and_ogg_are_kept_as_what_they_are(String declared, String type, String hex)
      throws Exception {
    HttpResponse<String> answer =
        media.upload("xv-depositor", declared, HexFormat.of().parseHex(hex));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body()).contains("\"type\":\"" + type + "\"");
  }

  @Test
  void a_file_that_was_damaged_is_whole_again_when_it_is_handed_over_again() throws Exception {
    byte[] png = Pictures.png(49, 31);
    assertThat(media.upload("xv-depositor", "image/png", png).statusCode()).isEqualTo(201);
    Files.write(place(sha256(png)), new byte[] {1});
    assertThat(media.upload("xv-depositor", "image/png", png).statusCode()).isEqualTo(200);
    assertThat(Files.readAllBytes(place(sha256(png)))).isEqualTo(png);
  }

  @Test
  void a_part_is_sent_of_renditions_too_but_never_to_who_asks_for_the_head_alone()
      throws Exception {
    byte[] png = Pictures.png(2400, 50);
    media.deposit(png, "");
    media.awaitRendition(sha256(png), "thumbnail");
    for (String path : new String[] {"media/" + sha256(png), "media/" + sha256(png) + "/small"}) {
      HttpResponse<String> part =
          system
              .client()
              .send(
                  media
                      .request(path, BodyPublishers.noBody())
                      .header("Range", "bytes=0-3")
                      .GET()
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(part.statusCode()).isEqualTo(206);
      assertThat(part.headers().firstValue("Content-Length")).hasValue("4");
      HttpResponse<String> head =
          system
              .client()
              .send(
                  media
                      .request(path, BodyPublishers.noBody())
                      .header("Range", "bytes=0-3")
                      .method("HEAD", BodyPublishers.noBody())
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.headers().firstValue("Content-Range")).isEmpty();
    }
  }

  @Test
  void a_picture_cut_off_in_its_header_is_refused() throws Exception {
    byte[] cut = java.util.Arrays.copyOf(Pictures.png(43, 31), 20);
    HttpResponse<String> answer = media.upload("xv-depositor", "image/png", cut);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("MALFORMED");
  }

  @Test
  void bytes_that_changed_on_their_way_are_refused_and_nothing_is_left_of_them() throws Exception {
    byte[] png = Pictures.png(44, 31);
    String other = "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:";
    HttpResponse<String> refused =
        media.send(
            "xv-depositor",
            media
                .request("media", BodyPublishers.ofByteArray(png))
                .header("Content-Type", "image/png")
                .header("Repr-Digest", other));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("MEDIA_CONTRADICTS_DIGEST");
    assertThat(place(sha256(png))).doesNotExist();
    String right = "sha-256=:" + Base64.getEncoder().encodeToString(digest(png)) + ":";
    HttpResponse<String> kept =
        media.send(
            "xv-depositor",
            media
                .request("media", BodyPublishers.ofByteArray(png))
                .header("Content-Type", "image/png")
                .header("Content-Digest", right));
    assertThat(kept.statusCode()).isEqualTo(201);
  }

  @Test
  void only_who_deposits_may_hand_over() throws Exception {
    byte[] png = Pictures.png(45, 31);
    HttpResponse<String> anonymous =
        system
            .client()
            .send(
                media.request("media", BodyPublishers.ofByteArray(png)).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(anonymous.statusCode()).isEqualTo(401);
    assertThat(place(sha256(png))).doesNotExist();
  }

  @Test
  void renditions_are_seen_by_whoever_sees_the_picture() throws Exception {
    byte[] png = Pictures.png(2500, 46);
    String sha256 = sha256(png);
    media.deposit(png, "");
    HttpResponse<byte[]> thumbnail = media.awaitRendition(sha256, "thumbnail");
    assertThat(thumbnail.headers().firstValue("Content-Type")).hasValue("image/jpeg");
    assertThat(thumbnail.headers().firstValue("ETag"))
        .hasValue("\"" + sha256(thumbnail.body()) + "\"");
    assertThat(thumbnail.headers().firstValue("Cache-Control")).hasValue("public, max-age=10");
    BufferedImage seen = ImageIO.read(new ByteArrayInputStream(thumbnail.body()));
    assertThat(seen.getWidth()).isEqualTo(320);
    for (String name : new String[] {"small", "large"}) {
      assertThat(media.get("media/" + sha256 + "/" + name).statusCode()).isEqualTo(200);
    }
    assertThat(media.get("media/" + sha256 + "/huge").statusCode()).isEqualTo(400);
  }

  @Test
  void renditions_of_a_picture_under_embargo_are_under_embargo_too() throws Exception {
    byte[] png = Pictures.png(400, 47);
    String sha256 = sha256(png);
    media.deposit(png, "<Embargo>2099-01-01T00:00:00Z</Embargo>");
    media.awaitRendition("archivist", sha256, "thumbnail");
    assertThat(media.get("media/" + sha256 + "/thumbnail").statusCode()).isEqualTo(404);
  }

  @Test
  void what_is_not_on_the_list_is_never_shown_as_a_page_of_this_site() throws Exception {
    byte[] pdf = "%PDF-1.7 of a test".getBytes(UTF_8);
    assertThat(media.upload("xv-depositor", "application/pdf", pdf).statusCode()).isEqualTo(201);
    media.deposit(Pictures.png(48, 31), "");
    media.place(sha256(pdf));
    HttpResponse<byte[]> answer = media.get("media/" + sha256(pdf));
    assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
        .isEqualTo("attachment; filename=\"" + sha256(pdf) + ".pdf\"");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
  }

  @Test
  void a_file_announced_as_too_large_is_refused_before_it_is_sent() throws Exception {
    try (SSLSocket socket = media.socket()) {
      String head =
          "POST /api/v1/media HTTP/1.1\r\nHost: localhost\r\nContent-Type: video/mp4\r\n"
              + "Content-Length: 209715201\r\nAuthorization: "
              + media.authorization("xv-depositor")
              + "\r\n\r\n";
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(UTF_8));
      out.flush();
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readNBytes(12), UTF_8)).isEqualTo("HTTP/1.1 413");
    }
  }

  private Path place(String sha256) {
    return system
        .mediaFolder()
        .resolve(sha256.substring(0, 2))
        .resolve(sha256.substring(2, 4))
        .resolve(sha256);
  }

  static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(digest(bytes));
  }

  private static byte[] digest(byte[] bytes) throws Exception {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }
}
