package communique.doors;

import static communique.doors.rest.RestClient.edition;
import static communique.doors.rest.RestClient.field;
import static communique.doors.rest.RestClient.statement;
import static org.assertj.core.api.Assertions.assertThat;

import communique.doors.rest.Pictures;
import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A photo that was recalled is shown and named nowhere, and the reason is told. */
@ExtendWith(RunningSystem.Shared.class)
final class RecallIT {
  private final RunningSystem system;
  private final Newsroom newsroom;

  RecallIT(RunningSystem system) throws IOException {
    this.system = system;
    this.newsroom = new Newsroom(system);
  }

  @Test
  void a_photo_is_recalled_while_the_text_stays_also_from_versions_to_come() throws Exception {
    String id =
        new Depositor(system).depositWithPhoto("The text stays", Pictures.another()).toString();
    String sha256 = field("sha256", newsroom.read(id));
    assertThat(newsroom.anybody().get("media/" + sha256).statusCode()).isEqualTo(200);
    newsroom
        .depositor()
        .must(
            "POST",
            "briefings/" + id + "/recalls",
            "{\"sha256\":\"" + sha256 + "\",\"reason\":\"Rights unclear\"}");
    String photo = "\"media\":[{\"role\":\"photo\",\"file\":{\"sha256\":\"" + sha256 + "\"}}]";
    for (String headline : List.of("", "Placed again")) {
      if (!headline.isEmpty()) {
        newsroom.correct(id, 1, edition("", headline, Newsroom.MINOR, photo));
      }
      HttpResponse<String> recalled = newsroom.anybody().get("media/" + sha256);
      assertThat(recalled.statusCode()).isEqualTo(410);
      assertThat(recalled.body()).contains("Rights unclear");
      assertThat(newsroom.read(id)).contains(sha256, headline);
    }
  }

  @Test
  void a_recalled_photo_is_named_by_no_door_and_each_tells_why() throws Exception {
    String word = "recallword";
    Newsroom.Pictured briefing = newsroom.depositPictured(word);
    newsroom.awaitFound(word + "caption", 1);
    String etag = newsroom.etag(briefing.id());
    assertThat(newsroom.anybody().get("/briefings/" + briefing.id() + "/en/media").body())
        .contains(briefing.sha256() + "/thumbnail 320w", word + "caption", word + "alternative");
    for (String address : named(briefing.id())) {
      assertThat(newsroom.anybody().get(address).body())
          .as(address)
          .contains(briefing.sha256(), word + "credit");
    }
    newsroom
        .depositor()
        .must(
            "POST",
            "briefings/" + briefing.id() + "/recalls",
            "{\"sha256\":\"" + briefing.sha256() + "\",\"reason\":\"recallreason\"}");
    for (String file : briefing.files()) {
      HttpResponse<String> gone = newsroom.anybody().get(file);
      assertThat(gone.statusCode()).as(file).isEqualTo(410);
      assertThat(gone.body()).contains("recallreason");
    }
    for (String address : named(briefing.id())) {
      HttpResponse<String> answer = newsroom.anybody().get(address);
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      assertThat(answer.body())
          .as(address)
          .containsPattern("recalled: (<span[^>]*>)?recallreason")
          .contains(word + "text was said")
          .doesNotContain(briefing.sha256(), word + "caption", word + "alter", word + "credit");
    }
    String gallery = newsroom.anybody().get("/briefings/" + briefing.id() + "/en/media").body();
    assertThat(gallery)
        .containsPattern("recalled: (<span[^>]*>)?recallreason")
        .doesNotContain(briefing.sha256(), word + "caption", word + "alter", word + "credit");
    newsroom.awaitFound(word + "caption", 0);
    newsroom.awaitFound(word + "text", 1);
    // The version is what it was, and so is its digest.
    assertThat(newsroom.etag(briefing.id())).isEqualTo(etag);
    assertThat(newsroom.read(briefing.id())).contains(briefing.sha256());
    assertThat(newsroom.anybody().get("briefings/" + briefing.id()).body())
        .doesNotContain(briefing.sha256(), word + "caption");
  }

  @Test
  void a_recalled_photo_is_told_over_soap_by_its_reason_alone() throws Exception {
    Newsroom.Pictured briefing = newsroom.depositPictured("soaprecall");
    Depositor soap = new Depositor(system);
    assertThat(soap.fetch(briefing.id())).contains(briefing.sha256(), "soaprecallcaption");
    newsroom
        .depositor()
        .must(
            "POST",
            "briefings/" + briefing.id() + "/recalls",
            "{\"sha256\":\"" + briefing.sha256() + "\",\"reason\":\"Rights unclear\"}");
    assertThat(soap.fetch(briefing.id()))
        .contains("soaprecalltext was said", "Recalled>Rights unclear<", "Role>photo<")
        .doesNotContain(briefing.sha256(), "soaprecallcaption", "soaprecallcredit");
  }

  @Test
  void whoever_knows_the_digest_of_a_recalled_photo_does_not_have_the_photo() throws Exception {
    byte[] png = Pictures.another();
    String id = new Depositor(system).depositWithPhoto("Once shown", png).toString();
    String sha256 = field("sha256", newsroom.read(id));
    String photo = "\"media\":[{\"role\":\"photo\",\"file\":{\"sha256\":\"" + sha256 + "\"}}]";
    String shown = newsroom.deposit("Shown in another briefing", photo);
    recall(id, sha256);
    // Where it was not recalled it is shown, and may be named from there.
    String third = newsroom.deposit("Shown in a third briefing", photo);
    recall(shown, sha256);
    recall(third, sha256);
    for (String account : List.of("xv-depositor", "kr-depositor", "archivist")) {
      String office = account.equals("kr-depositor") ? "KR-PRES" : "XV-PRES";
      HttpResponse<String> refused =
          RestClient.as(account, system)
              .post("briefings", statement("Not again", photo).replace("XV-PRES", office));
      assertThat(refused.statusCode()).as(account + refused.body()).isEqualTo(400);
      assertThat(refused.body()).contains("UNKNOWN_VALUE", "media[0].file.sha256", "was recalled");
    }
    assertThat(newsroom.anybody().get("media/" + sha256).statusCode()).isEqualTo(410);
    new Depositor(system).depositWithPhoto("With its bytes", png);
    assertThat(newsroom.anybody().get("media/" + sha256).statusCode()).isEqualTo(200);
  }

  private void recall(String id, String sha256) throws Exception {
    newsroom
        .depositor()
        .must(
            "POST",
            "briefings/" + id + "/recalls",
            "{\"sha256\":\"" + sha256 + "\",\"reason\":\"Rights unclear\"}");
  }

  @Test
  void a_basket_is_packed_without_a_recalled_photo_and_tells_why() throws Exception {
    Newsroom.Pictured recalled = newsroom.depositPictured("packedword");
    Newsroom.Pictured kept = newsroom.depositPictured("keptword");
    String plain = newsroom.deposit("Without a photo");
    recall(recalled.id(), recalled.sha256());
    String basket = "";
    for (String id : List.of(recalled.id(), kept.id(), plain)) {
      HttpResponse<String> added =
          newsroom.anybody().send("POST", "/basket/" + id + "/en", "", "Cookie", basket + "; a=b");
      basket = added.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    }
    HttpRequest request =
        HttpRequest.newBuilder(system.httpUri().resolve("/basket/zip"))
            .header("Cookie", basket)
            .build();
    List<String> files = new ArrayList<>();
    StringBuilder texts = new StringBuilder();
    try (ZipInputStream zip =
        new ZipInputStream(system.client().send(request, BodyHandlers.ofInputStream()).body())) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] bytes = zip.readAllBytes();
        if (entry.getName().startsWith("media/")) {
          files.add(entry.getName());
        } else if (entry.getName().endsWith(".xhtml")) {
          texts.append(new String(bytes, StandardCharsets.UTF_8));
        }
      }
    }
    assertThat(files).singleElement().asString().contains(kept.sha256());
    assertThat(texts)
        .contains("Rights unclear", "keptwordcaption", "Without a photo")
        .doesNotContain("packedwordcaption", recalled.sha256());
  }

  /** Where the photo of a briefing that was just handed over is named. */
  private static List<String> named(String id) {
    List<String> addresses =
        new ArrayList<>(
            List.of(
                "/briefings/" + id + "/en",
                "/briefings/" + id + "/en/versions/2",
                "/feeds/atom",
                "/feeds/rss",
                "/feeds/json"));
    for (String format : List.of("xhtml", "jsonld", "ninjs", "newsml-g2", "text")) {
      addresses.add("briefings/" + id + "/en?format=" + format);
      addresses.add("briefings/" + id + "/en/versions/2?format=" + format);
    }
    return addresses;
  }
}
