package communique.operations;

import communique.access.Account;
import communique.access.Accounts;
import communique.access.Role;
import communique.archive.Offices;
import communique.briefing.Coded;
import communique.briefing.LanguageTag;
import communique.briefing.Office;
import communique.briefing.OfficeCode;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes over the offices and accounts of the set-up file, if one is named. What the file says of
 * them counts from each start on; what it does not name stays as it is.
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
    setup.getJsonArray("offices").getValuesAs(JsonObject.class).stream()
        .map(Setup::office)
        .forEach(offices::put);
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
        texts(json, "languages").stream().map(LanguageTag::new).toList());
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
