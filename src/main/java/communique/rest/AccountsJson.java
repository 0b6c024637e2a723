package communique.rest;

import communique.access.Account;
import communique.access.Action;
import communique.access.LoggedMessage;
import communique.access.Token;
import communique.accounts.IssueToken;
import communique.accounts.ListMessages;
import communique.briefing.OfficeCode;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes accounts, tokens and what accounts have said. */
final class AccountsJson {
  private AccountsJson() {}

  static byte[] account(Account account) {
    return Json.bytes(json -> write(json, account));
  }

  static byte[] accounts(List<Account> accounts, @Nullable String next) {
    return Json.bytes(
        json -> {
          json.writeStartObject().writeStartArray("accounts");
          accounts.forEach(account -> write(json, account));
          json.writeEnd();
          Json.text(json, "next", next);
          json.writeEnd();
        });
  }

  static byte[] tokens(List<Token> tokens, @Nullable String next) {
    return Json.bytes(
        json -> {
          json.writeStartObject().writeStartArray("tokens");
          tokens.forEach(token -> write(json.writeStartObject(), token).writeEnd());
          json.writeEnd();
          Json.text(json, "next", next);
          json.writeEnd();
        });
  }

  /** With the secret, which no other document has. */
  static byte[] issued(IssueToken.Issued issued) {
    return Json.bytes(
        json ->
            write(json.writeStartObject(), issued.token())
                .write("secret", issued.secret().reveal())
                .writeEnd());
  }

  static byte[] messages(ListMessages.MessageLog log, @Nullable String next) {
    return Json.bytes(
        json -> {
          json.writeStartObject();
          Json.text(json, "watchedUntil", log.until());
          json.writeStartArray("messages");
          log.messages().entries().forEach(message -> write(json, message));
          json.writeEnd();
          Json.text(json, "next", next);
          json.writeEnd();
        });
  }

  private static void write(JsonGenerator json, LoggedMessage message) {
    json.writeStartObject()
        .write("id", message.id().toString())
        .write("at", message.at().toString())
        .write("operation", message.operation())
        .write("outcome", message.outcome())
        .write("request", message.request())
        .write("answer", message.answer())
        .writeEnd();
  }

  private static void write(JsonGenerator json, Account account) {
    json.writeStartObject().write("name", account.name()).write("role", account.role().code());
    strings(json, "offices", account.offices().stream().map(OfficeCode::code));
    json.write("closed", account.closed()).writeEnd();
  }

  private static JsonGenerator write(JsonGenerator json, Token token) {
    json.write("id", token.id().toString())
        .write("account", token.account())
        .write("name", token.name());
    strings(json, "actions", token.scope().actions().stream().map(Action::code));
    Set<OfficeCode> offices = token.scope().offices();
    if (offices != null) {
      strings(json, "offices", offices.stream().map(OfficeCode::code));
    }
    json.write("createdAt", token.createdAt().toString())
        .write("createdBy", token.createdBy())
        .write("expiresAt", token.expiresAt().toString());
    Json.text(json, "revokedAt", token.revokedAt());
    Json.text(json, "lastUsedOn", token.lastUsedOn());
    return json;
  }

  private static void strings(JsonGenerator json, String name, Stream<String> texts) {
    json.writeStartArray(name);
    texts.sorted().forEach(json::write);
    json.writeEnd();
  }
}
