package communique.soap.calls;

import communique.accounts.KeepMessage;
import communique.accounts.KeepMessage.Redacted;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Counts and times each call, and keeps those of watched accounts. Nothing that goes wrong with
 * keeping a message is the client's to feel.
 */
@WebFilter("/soap/*")
public class CallFilter implements Filter {
  private static final System.Logger LOG = System.getLogger(CallFilter.class.getName());

  @Inject private MeterRegistry registry;
  @Inject private KeepMessage keepMessage;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Call call = new Call((HttpServletResponse) response, this::wants);
    request.setAttribute(Call.class.getName(), call);
    try {
      chain.doFilter(request, response);
    } finally {
      if (call.hasEnded()) {
        CallMeters.count(call, registry);
        keep(call);
      }
    }
  }

  private boolean wants(String account) {
    try {
      return keepMessage.wants(account);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "whose messages to keep cannot be looked up now", e);
      return false;
    }
  }

  private void keep(Call call) {
    Redacted message = call.redacted();
    if (message == null) {
      return;
    }
    try {
      keepMessage.keep(message);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.WARNING, "a message of a watched account is not kept", e);
    }
  }
}
