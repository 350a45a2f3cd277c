package dev.regwright.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.ClientIdentity;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Tls;
import dev.regwright.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the patches do to a configuration is tested with the command. */
class PatchPairTest {
  @Test
  void writesKeysAsTheReleaseTakesThem() throws IOException {
    String sec1 = Files.readString(TestData.path("pki/pem/ec-P-256.sec1.pem"));
    var tls = new Tls("a.example.org", new ClientIdentity("cert", sec1), null, null);
    var config = new RegistryConfig(Map.of(), Map.of(), Map.of("a.example.org", tls));

    assertThat(second(config, "1.13")).contains("BEGIN PRIVATE KEY").doesNotContain("BEGIN EC");
    assertThat(second(config, "1.14")).contains("BEGIN EC PRIVATE KEY");
  }

  private static String second(RegistryConfig config, String talos) {
    return PatchPair.of(config, TalosVersion.of(talos)).get(1).text();
  }
}
