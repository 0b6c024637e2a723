package communique.access;

/**
 * A WS-Security UsernameToken (OASIS profile 1.1.1) as it was sent.
 *
 * @param password as text, or its digest in base64
 * @param isDigest whether it is a digest; nonce and time are then there
 * @param nonce in base64; empty without one
 * @param created as it was sent, and within its time; empty without one
 */
public record NameToken(
    String name, String password, boolean isDigest, String nonce, String created) {
  /** Without the password, which no log may have. */
  @Override
  public String toString() {
    return "NameToken[" + name + "]";
  }
}
