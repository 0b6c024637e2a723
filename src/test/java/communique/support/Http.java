package communique.support;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks whether a server is ready. */
final class Http {
  private Http() {}

  /** Whether this address answers 200; false too when nothing listens yet. */
  static boolean answersOk(URI uri) {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(5000);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status == 200;
    } catch (IOException e) {
      // Not there yet: the caller asks again until its patience ends.
      return false;
    }
  }
}
