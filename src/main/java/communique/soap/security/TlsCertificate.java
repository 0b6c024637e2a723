package communique.soap.security;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestWrapper;
import java.lang.reflect.InvocationTargetException;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * The certificate that a client has shown in TLS. Servlets find it in an attribute of the request;
 * Open Liberty, however, fills it only where its own security is on, which makes each request
 * dearer (see src/adr/0009), and otherwise tells it by a method of its own.
 */
public final class TlsCertificate {
  private static final String ATTRIBUTE = "jakarta.servlet.request.X509Certificate";
  private static final String METHOD = "getPeerCertificates";

  private TlsCertificate() {}

  /** The client's own certificate; null when it has shown none. */
  public static @Nullable X509Certificate of(ServletRequest request) {
    if (!request.isSecure()) {
      return null;
    }
    Object found = request.getAttribute(ATTRIBUTE);
    Object shown = found == null ? ofServer(request) : found;
    return shown instanceof X509Certificate[] chain && chain.length > 0 ? chain[0] : null;
  }

  private static @Nullable Object ofServer(ServletRequest request) {
    ServletRequest own = request;
    while (own instanceof ServletRequestWrapper wrapper) {
      own = wrapper.getRequest();
    }
    try {
      return own.getClass().getMethod(METHOD).invoke(own);
    } catch (NoSuchMethodException | IllegalAccessException e) {
      // Another server, which keeps to the attribute.
      return null;
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the server could not tell the client's certificate", e);
    }
  }
}
