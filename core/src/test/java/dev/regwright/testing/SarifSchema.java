package dev.regwright.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The schema of SARIF 2.1.0 as OASIS published it (docs.oasis-open.org/sarif/sarif/v2.1.0), which
 * the test dependency sarif4j holds. Its {@code uri-reference}, {@code date-time} and patterns are
 * checked too, not only its structure.
 */
public final class SarifSchema {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchema SCHEMA = load();

  private SarifSchema() {}

  private static JsonSchema load() {
    try (InputStream in = SarifSchema.class.getResourceAsStream("/json/sarif-schema-2.1.0.json")) {
      JsonNode schema = JSON.readTree(Objects.requireNonNull(in, "sarif4j without its schema"));
      return JsonSchemaFactory.getInstance(VersionFlag.V7)
          .getSchema(
              schema, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the schema says against a report; empty when it is valid. */
  public static List<String> problems(String report) {
    try {
      return SCHEMA.validate(JSON.readTree(report)).stream()
          .map(ValidationMessage::getMessage)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
