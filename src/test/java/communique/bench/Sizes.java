package communique.bench;

import communique.doors.rest.RestClient;
import communique.support.RunningSystem;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What must cost the same however large the archive is. */
record Sizes(RunningSystem system, Wrk wrk, Table table) {
  private static final List<String> ADDRESSES =
      List.of(
          "/api/v1/briefings?limit=20",
          "/api/v1/briefings?limit=20&office=XV-PRES&language=en",
          "/api/v1/briefings?limit=20&eventFrom=2001-01-03&eventTo=2004-01-01",
          "/api/v1/briefings?limit=20&issuedFrom=2001-01-03&issuedTo=2004-01-01",
          "/api/v1/changes?after=100&limit=20",
          "/feeds/atom");

  /** So that the first size is not measured on a server that has only just begun. */
  void warmUp() throws IOException, InterruptedException {
    for (String address : ADDRESSES) {
      if (RestClient.anonymous(system).get(address).statusCode() == 200) {
        wrk.best(new Wrk.Load(system.httpUri(), 16, Wrk.reading(List.of(address))), 1);
      }
    }
  }

  void measure(int records) throws IOException, InterruptedException {
    for (String address : ADDRESSES) {
      String what = String.format(Locale.ENGLISH, "`%s` with %,d briefings", address, records);
      if (RestClient.anonymous(system).get(address).statusCode() == 200) {
        String script = Wrk.reading(List.of(address));
        table.add(
            what,
            null,
            wrk.best(new Wrk.Load(system.httpUri(), 16, script), 3),
            records <= 1000 ? "" : "as with 1,000");
      } else {
        table.note(what, "not there", "");
      }
    }
  }
}
