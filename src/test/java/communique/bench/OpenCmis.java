package communique.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Apache Chemistry OpenCMIS with its repository in memory, asked by its SOAP services (CMIS 1.1),
 * which take MTOM messages only. It keeps nothing on the disk.
 */
final class OpenCmis implements AutoCloseable {
  private static final String BOUNDARY = "part-of-a-message";
  private static final int CLIENTS = 8;

  /** Its repository is in memory, with all documents. */
  private static final String MEMORY = "4g";

  private static final Pattern OBJECT = Pattern.compile("objectId>([^<]+)<");
  private static final Pattern ROOT = Pattern.compile("rootFolderId>([^<]+)<");

  private final Process process;
  private final URI uri;
  private final HttpClient client = HttpClient.newHttpClient();

  private OpenCmis(Process process, URI uri) {
    this.process = process;
    this.uri = uri;
  }

  /**
   * Starts it.
   *
   * @param parts the folder with its WAR and the libraries that it runs on
   */
  static OpenCmis start(Path parts, Path folder) throws IOException, InterruptedException {
    int port = freePort();
    Files.createDirectories(folder.resolve("webapps"));
    Path settings = Files.createDirectories(folder.resolve("conf")).resolve("server.xml");
    Files.writeString(
        settings,
        """
        <Server port="-1"><Service name="Catalina">
          <Connector port="%d" address="127.0.0.1" maxThreads="64" maxKeepAliveRequests="-1"/>
          <Engine name="Catalina" defaultHost="localhost">
            <Host name="localhost" appBase="webapps" autoDeploy="false"/>
          </Engine>
        </Service></Server>
        """
            .formatted(port));
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + MEMORY,
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dcatalina.base=" + folder,
                "-Dcatalina.home=" + folder,
                "-cp",
                parts.resolve("lib") + "/*",
                "org.apache.catalina.startup.Tomcat",
                // The path is that of the archives named after it.
                "--path",
                "/cmis",
                "--war",
                parts.resolve("inmemory.war").toString(),
                "--await")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    OpenCmis started = new OpenCmis(process, URI.create("http://127.0.0.1:" + port + "/"));
    started.awaitReady();
    return started;
  }

  /**
   * Creates documents of the size of a briefing, in no folder: to create one in a folder, it looks
   * through all that it holds. Tells the identity of one of them.
   *
   * @param rare how many of them have the rare word
   * @param occasional how many have the other that some have
   */
  String fill(int documents, int rare, int occasional) throws IOException, InterruptedException {
    String create = create(Texts.json(), "@@", "");
    String seldom = create(Texts.with(Texts.RARE, Texts.json()), "@@", "");
    String sometimes = create(Texts.with(Texts.OCCASIONAL, Texts.json()), "@@", "");
    String first = first(OBJECT, send("ObjectService", create.replace("@@", "first")));
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Callable<String>> rest =
          IntStream.range(1, documents)
              .<Callable<String>>mapToObj(
                  i ->
                      () ->
                          send(
                              "ObjectService",
                              (i <= rare ? seldom : i <= rare + occasional ? sometimes : create)
                                  .replace("@@", "filled-" + i)))
              .toList();
      for (Future<String> created : clients.invokeAll(rest)) {
        created.get();
      }
    } catch (ExecutionException e) {
      throw new IOException("OpenCMIS cannot be filled", e);
    } finally {
      clients.shutdownNow();
    }
    return first;
  }

  Wrk.Load getObject(String id) {
    return load(
        "ObjectService",
        "<m:getObject><m:repositoryId>A1</m:repositoryId><m:objectId>%s</m:objectId></m:getObject>"
            .formatted(id),
        16);
  }

  Wrk.Load createDocument() throws IOException, InterruptedException {
    String root =
        first(
            ROOT,
            send(
                "RepositoryService",
                "<m:getRepositoryInfo><m:repositoryId>A1</m:repositoryId></m:getRepositoryInfo>"));
    return load(
        "ObjectService", create(Texts.json(), "@@", "<m:folderId>" + root + "</m:folderId>"), 8);
  }

  Wrk.Load query(String word) {
    return load(
        "DiscoveryService",
        "<m:query><m:repositoryId>A1</m:repositoryId><m:statement>SELECT cmis:objectId, cmis:name"
            + " FROM cmis:document WHERE CONTAINS('"
            + word
            + "')</m:statement><m:maxItems>20</m:maxItems></m:query>",
        8);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private Wrk.Load load(String service, String body, int connections) {
    return new Wrk.Load(
        uri,
        connections,
        Wrk.sending(
            path(service),
            message(body),
            "Content-Type",
            type().replace("\"", "\\\""),
            "SOAPAction",
            ""));
  }

  private static String create(String json, String name, String folder) {
    String text = json.replace("@@", "");
    return """
        <m:createDocument><m:repositoryId>A1</m:repositoryId><m:properties>\
        <c:propertyId propertyDefinitionId="cmis:objectTypeId"><c:value>cmis:document</c:value></c:propertyId>\
        <c:propertyString propertyDefinitionId="cmis:name"><c:value>%s</c:value></c:propertyString>\
        </m:properties>%s<m:contentStream><m:mimeType>text/plain</m:mimeType>\
        <m:filename>text</m:filename><m:stream>%s</m:stream></m:contentStream></m:createDocument>"""
        .formatted(
            name,
            folder,
            Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }

  private String send(String service, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri.resolve(path(service)))
            .header("Content-Type", type())
            .header("SOAPAction", "")
            .POST(BodyPublishers.ofString(message(body)))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("OpenCMIS answers " + answer.statusCode() + ": " + answer.body());
    }
    return answer.body();
  }

  private void awaitReady() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri.resolve(path("RepositoryService") + "?wsdl")).build();
    for (int i = 0; i < 240; i++) {
      if (!process.isAlive()) {
        break;
      }
      try {
        HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
        answer.body().close();
        if (answer.statusCode() == 200) {
          return;
        }
      } catch (java.net.ConnectException e) {
        // Not listening yet: asked again.
      }
      TimeUnit.MILLISECONDS.sleep(500);
    }
    close();
    throw new IOException("OpenCMIS did not start");
  }

  private static String path(String service) {
    return "/cmis/services11/" + service;
  }

  private static String type() {
    return "multipart/related; type=\"application/xop+xml\"; boundary="
        + BOUNDARY
        + "; start=\"<root>\"; start-info=\"text/xml\"";
  }

  // It wants a name and a password, and takes any.
  private static String message(String body) {
    String envelope =
        """
        <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/" \
        xmlns:m="http://docs.oasis-open.org/ns/cmis/messaging/200908/" \
        xmlns:c="http://docs.oasis-open.org/ns/cmis/core/200908/"><s:Header><w:Security \
        xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd">\
        <w:UsernameToken><w:Username>test</w:Username><w:Password Type="http://docs.oasis-open.org/\
        wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText">test</w:Password>\
        </w:UsernameToken></w:Security></s:Header><s:Body>%s</s:Body></s:Envelope>"""
            .formatted(body);
    return "--"
        + BOUNDARY
        + "\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\n"
        + "Content-Transfer-Encoding: binary\r\nContent-ID: <root>\r\n\r\n"
        + envelope
        + "\r\n--"
        + BOUNDARY
        + "--\r\n";
  }

  private static String first(Pattern pattern, String text) throws IOException {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      throw new IOException("OpenCMIS did not answer what was asked: " + text);
    }
    return found.group(1);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
