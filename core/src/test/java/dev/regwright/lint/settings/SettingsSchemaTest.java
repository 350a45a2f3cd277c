package dev.regwright.lint.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.regwright.lint.AllRules;
import dev.regwright.source.SourceFile;
import dev.regwright.testing.TestData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The JSON schema that editors use says what the reader takes. */
class SettingsSchemaTest {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final Path FILE = TestData.path("../docs/regwright.schema.json").normalize();

  private final JsonNode schema = read();

  private static JsonNode read() {
    try {
      return JSON.readTree(Files.readString(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void knowsTheKeysOfTheReader() {
    assertThat(names(schema.at("/properties"))).containsExactlyElementsOf(SettingsReader.KEYS);
    assertThat(schema.at("/additionalProperties").asBoolean(true)).isFalse();
    JsonNode policy = schema.at("/properties/policy");
    assertThat(names(policy.at("/properties"))).containsExactlyElementsOf(PolicyReader.KEYS);
    assertThat(policy.at("/additionalProperties").asBoolean(true)).isFalse();
  }

  /** With {@code -Dgolden.update=true} the list is written anew. */
  @Test
  void knowsTheRules() throws IOException {
    List<String> rules = new ArrayList<>(AllRules.ids());
    rules.remove("internal-error");
    rules.sort(null);
    if (Boolean.getBoolean("golden.update")) {
      ArrayNode list = ((ObjectNode) schema.at("/$defs/rule")).putArray("enum");
      rules.forEach(list::add);
      Files.writeString(FILE, JSON.writeValueAsString(schema) + "\n");
    }
    List<String> listed = new ArrayList<>();
    schema.at("/$defs/rule/enum").forEach(rule -> listed.add(rule.asText()));
    assertThat(listed).isEqualTo(rules);
  }

  @Test
  void severitiesAreThoseOfTheReader() throws SettingsException {
    JsonNode words = schema.at("/properties/severity/additionalProperties/enum");
    assertThat(words.size()).isEqualTo(4);
    for (JsonNode word : words) {
      SettingsReader.read(SourceFile.of("s", "severity: {unknown-key: " + word.asText() + "}"));
    }
    for (JsonNode key : schema.at("/properties/policy/properties")) {
      assertThat(key.at("/type").asText()).isIn("boolean", "array");
    }
  }

  /** What the schema calls a flag or a list is one to the reader. */
  @Test
  void typesAreThoseOfTheReader() throws SettingsException {
    JsonNode policies = schema.at("/properties/policy/properties");
    for (String key : names(policies)) {
      boolean flag = policies.at("/" + key + "/type").asText().equals("boolean");
      SettingsReader.read(SourceFile.of("s", "policy: {" + key + (flag ? ": true}" : ": [a]}")));
      assertThatThrownBy(
              () ->
                  SettingsReader.read(
                      SourceFile.of("s", "policy: {" + key + (flag ? ": [a]}" : ": true}"))))
          .isInstanceOf(SettingsException.class);
    }
  }
}
