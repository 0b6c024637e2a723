package communique.rest;

import communique.briefing.Digest;
import org.jspecify.annotations.Nullable;

/**
 * What is sent to one caller, or to several who asked the same.
 *
 * @param bytes of it, which nobody may change
 * @param digest SHA-256 of them
 * @param next the address of the page after it; absent when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier to the socket, never compared
record Document(byte[] bytes, Digest digest, @Nullable String next) {
  static Document of(byte[] bytes, @Nullable String next) {
    return new Document(bytes, Digest.of(bytes), next);
  }
}
