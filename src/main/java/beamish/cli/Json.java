package beamish.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Values as JSON, one line each, so that several make a stream that tools read. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** One line of JSON for a record, a list or a map. */
  static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a plain value: " + value.getClass(), e);
    }
  }

  /** The same of a record or map, with the name of what happened before its fields. */
  static String line(String event, Object value) {
    ObjectNode node = MAPPER.createObjectNode().put("event", event);
    node.setAll((ObjectNode) MAPPER.valueToTree(value));
    return line(node);
  }
}
