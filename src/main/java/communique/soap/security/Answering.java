package communique.soap.security;

import java.util.Objects;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * What the header of the answer must have because of the request's; nothing of it unless the
 * request had the like. A client that sent a timestamp wants one, and others break when they get
 * one.
 */
final class Answering {
  private boolean timestamp;
  private boolean signature;
  private @Nullable String relatesTo;
  private String addressing = "";
  private Set<QName> notUnderstood = Set.of();
  private @Nullable Element claimed;
  private @Nullable Element problem;

  private Answering() {}

  /** What the answer to a message must have. */
  static Answering to(Message message) {
    Exchange exchange = Objects.requireNonNull(message.getExchange(), "not in an exchange");
    Answering answering = exchange.get(Answering.class);
    if (answering == null) {
      answering = new Answering();
      exchange.put(Answering.class, answering);
    }
    return answering;
  }

  void withTimestamp() {
    timestamp = true;
  }

  void withSignature() {
    signature = true;
  }

  /**
   * Has the answer say by WS-Addressing what it answers to.
   *
   * @param namespace the version of WS-Addressing
   * @param identity of the request; null when it gave none
   */
  void withAddressing(String namespace, @Nullable String identity) {
    addressing = namespace;
    relatesTo = identity;
  }

  /**
   * Remembers which action the request claims, until its body is read.
   *
   * @param action the block of the header
   */
  void withClaimed(Element action) {
    claimed = action;
  }

  /**
   * Has the fault be one of WS-Addressing.
   *
   * @param detail what WS-Addressing says of it
   */
  void withProblem(Element detail) {
    problem = detail;
  }

  void withNotUnderstood(Set<QName> blocks) {
    notUnderstood = blocks;
  }

  boolean hasTimestamp() {
    return timestamp;
  }

  boolean hasSignature() {
    return signature;
  }

  /** The namespace of WS-Addressing; empty when the answer says nothing by it. */
  String addressing() {
    return addressing;
  }

  @Nullable String relatesTo() {
    return relatesTo;
  }

  @Nullable Element claimed() {
    return claimed;
  }

  /** What WS-Addressing says of the fault; null when it is not one of its own. */
  @Nullable Element problem() {
    return problem;
  }

  Set<QName> notUnderstood() {
    return notUnderstood;
  }
}
