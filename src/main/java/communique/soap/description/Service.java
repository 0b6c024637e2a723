package communique.soap.description;

import java.util.List;

/**
 * A service.
 *
 * @param path the last part of its address, such as {@code deposit}
 */
public record Service(String name, String path, Documentation said, List<Operation> operations) {

  /**
   * An operation of it.
   *
   * @param action its SOAPAction
   * @param request what is sent, an element
   * @param answer what comes back, an element
   * @param example a message that asks for it
   */
  public record Operation(
      String name, Documentation said, String action, Type request, Type answer, String example) {

    /** What is said of it and of its request, which often begins with the same words. */
    public String text() {
      String more = request.said().text();
      String sentence = said.text().replaceFirst("\\.$", "");
      return more.startsWith(sentence) ? more : said.text() + " " + more;
    }
  }
}
