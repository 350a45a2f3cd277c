package dev.regwright.talos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.RegistryConfig;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON patch operations in other tools' files, read as what they put into the registries. */
class EmbeddedOperationsTest {
  private static List<Embedded> in(String text) {
    return EmbeddedYaml.in(Reading.file("1.14", FileRole.AUTO, text));
  }

  private static String operation(String op, String path, String value) {
    return "# registries\nconfigPatches:\n  - op: "
        + op
        + "\n    path: '"
        + path
        + "'\n    value: "
        + value
        + "\n";
  }

  private static RegistryConfig config(String text) {
    List<Embedded> found = in(text);
    assertThat(found).hasSize(1);
    return EffectiveConfig.of(found.get(0).file()).config();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add     | /machine                                 | {registries: {mirrors: {a: {endpoints: [https://b]}}}}",
        "replace | /machine/registries                      | {mirrors: {a: {endpoints: [https://b]}}}",
        "add     | /machine/registries/mirrors              | {a: {endpoints: [https://b]}}",
        "add     | /machine/registries/mirrors/a            | {endpoints: [https://b]}",
        "add     | /machine/registries/mirrors/a/endpoints  | [https://b]",
        "add     | /machine/registries/mirrors/a/endpoints/-| https://b"
      })
  void whatIsSetIsRead(String op, String path, String value) {
    RegistryConfig config = config(operation(op, path, value));
    assertThat(config.mirrors()).containsOnlyKeys("a");
    assertThat(config.mirrors().get("a").endpoints())
        .extracting(e -> e.url())
        .containsExactly("https://b");
  }

  /** RFC 6901. */
  @Test
  void namesInPathsAreEscaped() {
    String text =
        operation("add", "/machine/registries/mirrors/a~1b~0c", "{endpoints: [https://b]}");
    assertThat(config(text).mirrors()).containsOnlyKeys("a/b~c");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "add    | ''                                | {machine: {type: worker}}",
        "add    | /                                 | {registries: {}}",
        "add    | /machine                          | {type: worker}",
        "add    | /machine                          | registries",
        "add    | /machine/network                  | {registries: {}}",
        "add    | /cluster/registries               | {mirrors: {}}",
        "add    | machine/registries                | {mirrors: {}}",
        "add    | x/machine/registries              | {mirrors: {}}",
        "remove | /machine/registries/mirrors/a     | {endpoints: []}",
        "test   | /machine/registries/mirrors/a     | {endpoints: []}"
      })
  void otherOperationsAreNotAboutRegistries(String op, String path, String value) {
    assertThat(in(operation(op, path, value))).isEmpty();
  }

  @Test
  void whatIsEmbeddedDescribesItself() {
    List<Embedded> found = in(operation("add", "/machine/registries", "{mirrors: {}}"));
    assertThat(found).hasSize(1);
    assertThat(found.get(0).toString()).startsWith("embedded in config.yaml for Talos 1.14");
  }

  @Test
  void documentsOfTalosHoldNothing() {
    assertThat(in(Reading.legacy("mirrors: {}"))).isEmpty();
    assertThat(in("patches:\n  - type: worker\n")).isEmpty();
  }
}
