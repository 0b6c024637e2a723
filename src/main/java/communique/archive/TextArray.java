package communique.archive;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.stream.Collectors;

/** Writes texts as PostgreSQL's text[]; they are only asked for in SQL. */
@Converter
class TextArray implements AttributeConverter<List<String>, Object> {
  @Override
  public Object convertToDatabaseColumn(List<String> texts) {
    return texts.stream()
        .map(text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Override
  public List<String> convertToEntityAttribute(Object column) {
    throw new UnsupportedOperationException("texts of a version are read from its content");
  }
}
