package communique.operations;

import communique.access.Account;
import communique.access.Accounts;
import communique.access.Role;
import communique.archive.Offices;
import communique.briefing.Coded;
import communique.briefing.LanguageTag;
import communique.briefing.Office;
import communique.briefing.OfficeCode;
import communique.briefing.Reason;
import communique.briefing.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Takes over the offices and accounts of the set-up file, if one is named. What the file says of
 * them counts from each start on; what it does not name stays as it is. An office that has ended
 * has {@code until}, its last day, and may have a {@code successor}.
 */
@ApplicationScoped
class Setup {
  // Kept: each static call of Json looks its provider up anew.
  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  @Inject
  @ConfigProperty(name = "COMMUNIQUE_SETUP_FILE")
  private Optional<String> file;

  @Inject private Offices offices;
  @Inject private Accounts accounts;

  @Transactional
  void apply() {
    if (file.isEmpty()) {
      return;
    }
    JsonObject setup = read(Path.of(file.get()));
    List<Office> named =
        setup.getJsonArray("offices").getValuesAs(JsonObject.class).stream()
            .map(Setup::office)
            .toList();
    named.forEach(offices::put);
    named.stream()
        .map(Office::end)
        .filter(Objects::nonNull)
        .map(Office.End::successor)
        .filter(Objects::nonNull)
        .forEach(offices::mustExist);
    setup
        .getJsonArray("accounts")
        .getValuesAs(JsonObject.class)
        .forEach(account -> accounts.put(account(account), account.getString("password")));
  }

  private static JsonObject read(Path file) {
    try (JsonReader reader = READERS.createReader(Files.newBufferedReader(file))) {
      return reader.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException("COMMUNIQUE_SETUP_FILE cannot be read: " + file, e);
    }
  }

  private static Office office(JsonObject json) {
    Map<LanguageTag, String> names = new LinkedHashMap<>();
    json.getJsonObject("names")
        .forEach((tag, name) -> names.put(new LanguageTag(tag), ((JsonString) name).getString()));
    return new Office(
        new OfficeCode(json.getString("code")),
        names,
        texts(json, "languages").stream().map(LanguageTag::new).toList(),
        end(json));
  }

  private static Office.@Nullable End end(JsonObject json) {
    String until = json.getString("until", null);
    String successor = json.getString("successor", null);
    if (until == null) {
      if (successor != null) {
        throw new Refusal(
            Reason.MISSING, "until", "must be present when there is a successor", successor);
      }
      return null;
    }
    return new Office.End(day(until), successor == null ? null : new OfficeCode(successor));
  }

  private static LocalDate day(String until) {
    try {
      return LocalDate.parse(until);
    } catch (DateTimeException e) {
      throw new Refusal(Reason.BAD_FORMAT, "until", "must be a day: 2025-06-03", until, e);
    }
  }

  private static Account account(JsonObject json) {
    return new Account(
        json.getString("name"),
        Coded.of(Role.class, "role", json.getString("role")),
        texts(json, "offices").stream().map(OfficeCode::new).collect(Collectors.toSet()),
        false);
  }

  private static List<String> texts(JsonObject json, String name) {
    return json.getJsonArray(name).getValuesAs(JsonString::getString);
  }
}
