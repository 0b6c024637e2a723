package communique.soap.description;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The page that describes the services; it needs no script and is the same for everybody. */
public final class ContractPage {
  private static final String POLICY =
      "default-src 'none'; img-src 'self' data:; style-src 'self'; font-src 'self' data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private final byte[] html;

  /**
   * Makes the page.
   *
   * @param schema the XSD that the services share
   * @param descriptions their WSDLs, by the last part of their addresses
   */
  public ContractPage(String schema, Map<String, String> descriptions) {
    SchemaReader types = new SchemaReader(schema);
    List<Service> services =
        descriptions.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> new WsdlReader(each.getValue(), types).service(each.getKey()))
            .toList();
    Utf8ByteOutput output = new Utf8ByteOutput();
    TemplateEngine.createPrecompiled(ContentType.Html)
        .render("contract.jte", new Described(services, types.types()), output);
    this.html = output.toByteArray();
  }

  /** Sends it. */
  public void answer(HttpServletResponse response) throws IOException {
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Content-Language", "en");
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cache-Control", "public, max-age=3600");
    response.setContentLength(html.length);
    response.getOutputStream().write(html);
  }

  /** The page as bytes. */
  byte[] html() {
    return html.clone();
  }
}
