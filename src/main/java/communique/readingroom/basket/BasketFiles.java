package communique.readingroom.basket;

import communique.access.Caller;
import communique.export.Base;
import communique.export.CsvTable;
import communique.export.Format;
import communique.export.Publication;
import communique.reading.GetEditions;
import communique.readingroom.page.Basket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.util.Collection;
import java.util.List;

/** What is in the basket, to be taken along. */
@Path("basket")
@ApplicationScoped
public class BasketFiles {
  @Inject private GetEditions getEditions;
  @Inject private Publications publications;
  @Inject private Packing packing;

  /** As a table; what is not shown any more is told of in it. */
  @GET
  @Path("csv")
  public Response csv(@Context HttpServletRequest request) {
    CsvTable table = publications.table(items(request), base(request));
    return file(table.bytes(), "text/csv; charset=utf-8", "csv");
  }

  /** As citations for reference managers. */
  @GET
  @Path("ris")
  public Response ris(@Context HttpServletRequest request) {
    return citations(Format.RIS, request);
  }

  /** As citations for BibTeX. */
  @GET
  @Path("bibtex")
  public Response bibtex(@Context HttpServletRequest request) {
    return citations(Format.BIBTEX, request);
  }

  /** All of it: the texts in three forms, the files they show, and the table. */
  @GET
  @Path("zip")
  public Response zip(@Context HttpServletRequest request) {
    List<GetEditions.Item> items = items(request);
    URI base = base(request);
    StreamingOutput written = out -> packing.write(items, base, out);
    return file(written, "application/zip", "zip");
  }

  private Response citations(Format format, HttpServletRequest request) {
    Collection<Publication> shown = publications.shown(items(request), base(request)).values();
    StreamingOutput written =
        out -> {
          for (Publication each : shown) {
            out.write(format.write(each));
          }
        };
    return file(written, format.mediaType(), format.ending());
  }

  private List<GetEditions.Item> items(HttpServletRequest request) {
    return getEditions.get(Caller.ANONYMOUS, Basket.of(request).editions());
  }

  private static Response file(Object content, String type, String ending) {
    return Response.ok(content, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"basket." + ending + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private static URI base(HttpServletRequest request) {
    return Base.of(request.getRequestURL(), request.getRequestURI());
  }
}
