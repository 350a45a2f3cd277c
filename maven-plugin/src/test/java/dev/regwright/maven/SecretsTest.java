package dev.regwright.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.regwright.run.UsageException;
import java.util.List;
import java.util.Map;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;

class SecretsTest {
  @Test
  void readsServersAndVariables() throws UsageException {
    Secrets secrets = secrets("canary", "canary", false);

    assertThat(secrets.server("harbor").username()).isEqualTo("robot");
    assertThat(secrets.server("harbor").password()).isEqualTo("canary");
    assertThat(secrets.server("harbor")).hasToString("login");
    assertThat(secrets.variable("<passwordEnv>", " TOKEN ")).isEqualTo("canary-token");
    assertThat(secrets.variable("<passwordEnv>", null)).isNull();
  }

  @Test
  void saysWhatIsMissing() {
    Secrets secrets = secrets("", "", false);

    assertThatThrownBy(() -> secrets.server("nobody"))
        .hasMessageContaining("names no server of your settings.xml: 'nobody'");
    assertThatThrownBy(() -> secrets.server("harbor")).hasMessageContaining("has no <password>");
    assertThatThrownBy(() -> secrets.variable("<passwordEnv>", "canary-written-here"))
        .hasMessage(
            "<passwordEnv> names a variable that is not set; give its name without $, and export it");
    assertThatThrownBy(() -> secrets.variable("<authEnv>", "EMPTY"))
        .hasMessageContaining("names an empty variable");
  }

  /** Maven hands back what it could not decrypt as it was, with or without a problem. */
  @Test
  void refusesWhatStaysEncrypted() {
    for (boolean problem : List.of(true, false)) {
      assertThatThrownBy(() -> secrets("{canary=}", "{canary=}", problem).server("harbor"))
          .hasMessageContaining("cannot be decrypted")
          .hasMessageNotContaining("canary");
    }
  }

  private static Secrets secrets(String written, String decrypted, boolean problem) {
    Server server = server(written);
    Settings settings = new Settings();
    settings.addServer(server);
    return new Secrets(
        settings,
        new Answer(server(decrypted), problem),
        Map.of("TOKEN", "canary-token", "EMPTY", ""));
  }

  private static Server server(String password) {
    Server server = new Server();
    server.setId("harbor");
    server.setUsername("robot");
    server.setPassword(password);
    return server;
  }

  private record Answer(Server server, boolean problem)
      implements SettingsDecrypter, SettingsDecryptionResult {
    @Override
    public SettingsDecryptionResult decrypt(SettingsDecryptionRequest request) {
      return this;
    }

    @Override
    public Server getServer() {
      return server;
    }

    @Override
    public List<Server> getServers() {
      return List.of(server);
    }

    @Override
    public Proxy getProxy() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Proxy> getProxies() {
      return List.of();
    }

    @Override
    public List<SettingsProblem> getProblems() {
      return problem
          ? List.of(
              new DefaultSettingsProblem(
                  "canary", SettingsProblem.Severity.ERROR, "canary", -1, -1, null))
          : List.of();
    }
  }
}
