package communique.briefing;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object from outside field by field. A field that is not as it should be is noted and
 * read as absent, so that the sender is told of all of them; a field that nobody asked for is
 * refused, because what was misspelled must not be lost in silence.
 */
public final class Fields {
  private final JsonObject json;
  private final Violations violations = new Violations();
  private final Set<String> known = new HashSet<>();

  private Fields(JsonObject json) {
    this.json = json;
  }

  /**
   * Makes a value of an object.
   *
   * @param read asks for all fields and gives the value; called once, and also when fields are
   *     wrong, so that the rules of the value itself are checked as well
   * @throws Refusal with all that is wrong
   */
  public static <T> T read(JsonObject json, Function<Fields, T> read) {
    Fields fields = new Fields(json);
    T value = fields.violations.part("", () -> read.apply(fields));
    json.keySet().stream()
        .filter(name -> !fields.known.contains(name))
        .forEach(name -> fields.refuse(Reason.MALFORMED, name, "is not a field of this form", ""));
    fields.violations.refuse();
    if (value == null) {
      throw new IllegalStateException("a value is absent and nothing is wrong");
    }
    return value;
  }

  /** A text, or absent. */
  public @Nullable String text(String name) {
    return string(name, JsonValue::toString);
  }

  /** A text that is never told back, whatever came in its place; or absent. */
  public @Nullable String secret(String name) {
    return string(name, hidden -> "");
  }

  private @Nullable String string(String name, Function<JsonValue, String> toldBack) {
    JsonValue value = value(name);
    if (value == null) {
      return null;
    }
    if (value instanceof JsonString string) {
      return string.getString();
    }
    refuse(Reason.MALFORMED, name, "must be a string", toldBack.apply(value));
    return null;
  }

  /** What a text stands for, or absent. */
  public <T> @Nullable T text(String name, Function<String, T> meaning) {
    String text = text(name);
    return text == null ? null : part(name, () -> named(() -> meaning.apply(text)));
  }

  /** What a text stands for that must be there; {@code instead} stands in when it is wrong. */
  public <T> T text(String name, Function<String, T> meaning, T instead) {
    mustHave(name);
    T value = text(name, meaning);
    return value == null ? instead : value;
  }

  /** A whole number of at most 31 bits, or absent. */
  public @Nullable Integer number(String name) {
    Long number = whole(name, Integer.SIZE - 1);
    return number == null ? null : number.intValue();
  }

  /** A size in bytes, or absent. */
  @Nullable Long size(String name) {
    return whole(name, Long.SIZE - 1);
  }

  private @Nullable Long whole(String name, int bits) {
    JsonValue value = value(name);
    if (value == null) {
      return null;
    }
    if (value instanceof JsonNumber number
        && number.isIntegral()
        && number.bigDecimalValue().precision() < 20
        && number.bigIntegerValue().bitLength() <= bits) {
      return number.longValue();
    }
    refuse(Reason.MALFORMED, name, "must be a whole number", value.toString());
    return null;
  }

  /** Yes or no; no when it is absent. */
  public boolean yes(String name) {
    JsonValue value = value(name);
    if (value != null && value != JsonValue.TRUE && value != JsonValue.FALSE) {
      refuse(Reason.MALFORMED, name, "must be true or false", value.toString());
    }
    return value == JsonValue.TRUE;
  }

  /** A part of the value, or absent. */
  public <T> @Nullable T object(String name, Function<Fields, T> read) {
    JsonValue value = value(name);
    return value == null ? null : part(name, () -> read(object(value), read));
  }

  /** The parts in a list, without those that are wrong. */
  public <T> List<T> objects(String name, Function<Fields, T> read) {
    return items(name, value -> read(object(value), read));
  }

  /** The texts in a list. */
  public List<String> texts(String name) {
    return texts(name, text -> text);
  }

  /** What the texts in a list stand for, without those that are wrong. */
  public <T> List<T> texts(String name, Function<String, T> meaning) {
    return items(
        name,
        value -> {
          if (value instanceof JsonString string) {
            return named(() -> meaning.apply(string.getString()));
          }
          throw new Refusal(Reason.MALFORMED, "", "must be a string", value.toString());
        });
  }

  /** What is made of the items of a list, without those that are wrong. */
  public <T> List<T> items(String name, Function<JsonValue, T> read) {
    JsonValue value = value(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof JsonArray array)) {
      refuse(Reason.MALFORMED, name, "must be a list", value.getValueType().toString());
      return List.of();
    }
    List<T> items = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      JsonValue item = array.get(i);
      T made = part(name + "[" + i + "]", () -> read.apply(item));
      if (made != null) {
        items.add(made);
      }
    }
    return items;
  }

  /** Leaves the fields that were not asked for unexamined: nothing can be said of them. */
  void ignoreOthers() {
    known.addAll(json.keySet());
  }

  /** Notes each field that is null: for forms in which to leave a field out grants something. */
  public void mustHaveNoNulls() {
    json.forEach(
        (name, value) -> {
          if (value == JsonValue.NULL) {
            refuse(Reason.MALFORMED, name, "must have a value or be left out", "");
          }
        });
  }

  /** The names of all fields, for objects whose names are data. */
  public Set<String> names() {
    return json.keySet();
  }

  /** Whether a field is there; it may still be wrong. */
  public boolean has(String name) {
    return value(name) != null;
  }

  /** Notes that a field is missing when it is. */
  public void mustHave(String name) {
    if (!has(name)) {
      refuse(Reason.MISSING, name, "must be present", "");
    }
  }

  /** A value that is made of several fields; absent when it is refused. */
  <T> @Nullable T made(Supplier<T> value) {
    return violations.part("", value);
  }

  /** Whether something was wrong with a field or in it. */
  public boolean isWrong(String name) {
    return violations.in(name);
  }

  private @Nullable JsonValue value(String name) {
    known.add(name);
    JsonValue value = json.get(name);
    return value == JsonValue.NULL ? null : value;
  }

  private <T> @Nullable T part(String place, Supplier<T> part) {
    return violations.part(place, part);
  }

  // A value that refuses itself names its own field; seen from here it is the field that was read.
  private static <T> T named(Supplier<T> value) {
    try {
      return value.get();
    } catch (Refusal refusal) {
      throw new Refusal(
          refusal.violations().stream()
              .map(each -> new Violation(each.reason(), "", each.rule(), each.value()))
              .toList());
    }
  }

  private void refuse(Reason reason, String name, String rule, String value) {
    violations.add(List.of(new Violation(reason, name, rule, value)));
  }

  private static JsonObject object(JsonValue value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw new Refusal(Reason.MALFORMED, "", "must be an object", value.getValueType().toString());
  }
}
