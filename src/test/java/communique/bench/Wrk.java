package communique.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator for floors and archive alike. */
record Wrk(Path program, Path folder, Machine machine) {
  private static final int MOST_RUNS = 20;
  private static final int RUNS_IN_VAIN = 3;

  /** At most so long is each run; shorter ones are for trying the benchmark itself. */
  private static final int LONGEST = Integer.getInteger("communique.bench.seconds", 10);

  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern MEDIAN = Pattern.compile("50%\\s+([0-9.]+)(us|ms|s)");
  private static final Pattern REFUSED = Pattern.compile("Non-2xx or 3xx responses: (\\d+)");

  /**
   * What is asked.
   *
   * @param server whose answers are wanted
   * @param script in Lua, which makes the requests
   */
  record Load(URI server, int connections, String script) {}

  /** Asks by GET for each of these paths in turn. */
  static String reading(List<String> paths) {
    return """
        local paths = {"%s"}
        local asked, at = {}, 0
        init = function(args)
          for i, path in ipairs(paths) do asked[i] = wrk.format("GET", path) end
          at = math.random(#asked)
        end
        request = function()
          at = at %% #asked + 1
          return asked[at]
        end
        """
        .formatted(String.join("\",\"", paths));
  }

  /**
   * Sends a body again and again by POST.
   *
   * @param headers names and values by turns
   * @param body in which {@code @@} may stand for a text that never comes twice
   */
  static String sending(String path, String body, String... headers) {
    StringBuilder set = new StringBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      set.append("wrk.headers[\"%s\"] = \"%s\"\n".formatted(headers[i], headers[i + 1]));
    }
    String unique = body.replace("@@", "]==] .. name .. sent .. [==[");
    return """
        local threads = 0
        setup = function(thread)
          threads = threads + 1
          thread:set("name", os.time() .. "-" .. threads .. "-%s-")
        end
        %slocal sent = 0
        request = function()
          sent = sent + 1
          return wrk.format("POST", "%s", nil, [==[%s]==])
        end
        """
        .formatted(Long.toHexString(System.nanoTime()), set, path, unique);
  }

  /**
   * The best of some short runs. There are as many as make it faster: a server's code is made for
   * what it does most only when it has done that for a while.
   */
  Rate best(Load load, int seconds) throws IOException, InterruptedException {
    int each = Math.min(seconds, LONGEST);
    Rate best = run(load, each);
    int inVain = 0;
    for (int i = 1; i < MOST_RUNS && inVain < RUNS_IN_VAIN; i++) {
      Rate next = run(load, each);
      inVain = next.isClearlyFasterThan(best) ? 0 : inVain + 1;
      best = Rate.faster(best, next);
    }
    return best;
  }

  private Rate run(Load load, int seconds) throws IOException, InterruptedException {
    Path script = Files.writeString(folder.resolve("load.lua"), load.script());
    Machine.Used before = machine.used();
    String printed =
        Machine.run(
            List.of(
                program.toString(),
                "--threads",
                "2",
                "--connections",
                "" + load.connections(),
                "--duration",
                seconds + "s",
                "--timeout",
                "20s",
                "--latency",
                "--script",
                script.toString(),
                load.server().toString()));
    String busy = machine.used().since(before).over(seconds);
    Matcher refused = REFUSED.matcher(printed);
    if (refused.find()) {
      throw new IOException(refused.group() + " at " + load.server());
    }
    return new Rate(number(RATE, printed), median(printed), busy);
  }

  private static double number(Pattern pattern, String printed) throws IOException {
    Matcher found = pattern.matcher(printed);
    if (!found.find()) {
      throw new IOException("wrk told no figure: " + printed);
    }
    return Double.parseDouble(found.group(1));
  }

  private static double median(String printed) {
    Matcher found = MEDIAN.matcher(printed);
    if (!found.find()) {
      return Double.NaN;
    }
    double told = Double.parseDouble(found.group(1));
    return switch (found.group(2)) {
      case "us" -> told / 1000;
      case "s" -> told * 1000;
      default -> told;
    };
  }
}
