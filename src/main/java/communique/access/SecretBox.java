package communique.access;

import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Encrypts what the archive must be able to read again (AES-256-GCM), under a key that is not in
 * the database: a stolen copy of the database is not enough to read it.
 */
@ApplicationScoped
class SecretBox {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject
  @ConfigProperty(name = "COMMUNIQUE_DIGEST_KEY")
  private Optional<String> key;

  /** Whether there is a key at all. */
  boolean canBeUsed() {
    return key.isPresent();
  }

  /**
   * Encrypts a text, for one owner: it cannot be given to another.
   *
   * @throws Refusal NOT_ALLOWED without a key
   */
  byte[] seal(String owner, String text) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, owner, text.getBytes(StandardCharsets.UTF_8));
    byte[] both = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, both, NONCE, sealed.length);
    return both;
  }

  /**
   * Decrypts what was sealed.
   *
   * @throws IllegalStateException when it was sealed under another key or for another owner
   */
  String open(String owner, byte[] sealed) {
    byte[] text =
        run(
            Cipher.DECRYPT_MODE,
            Arrays.copyOf(sealed, NONCE),
            owner,
            Arrays.copyOfRange(sealed, NONCE, sealed.length));
    return new String(text, StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, String owner, byte[] input) {
    SecretKeySpec aes = new SecretKeySpec(key(), "AES");
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, aes, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "a secret cannot be read: was COMMUNIQUE_DIGEST_KEY another one?", e);
    }
  }

  private byte[] key() {
    byte[] bytes = Base64.getDecoder().decode(key.orElseThrow(SecretBox::missing).trim());
    if (bytes.length != KEY) {
      throw new IllegalStateException("COMMUNIQUE_DIGEST_KEY must be 32 bytes in base64");
    }
    return bytes;
  }

  private static Refusal missing() {
    return new Refusal(
        Reason.NOT_ALLOWED,
        "",
        "must wait until this archive has a key under which it can keep secrets for"
            + " PasswordDigest (COMMUNIQUE_DIGEST_KEY)",
        "");
  }
}
