package dev.regwright.maven;

import dev.regwright.run.UsageException;
import java.util.Map;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.jspecify.annotations.Nullable;

/**
 * Secrets from the user's {@code settings.xml} and the environment. A POM is no place for them, and
 * {@code -X} prints every parameter of a goal, so parameters only say where they are.
 */
final class Secrets {
  private final Settings settings;
  private final SettingsDecrypter decrypter;
  private final Map<String, String> env;

  Secrets(Settings settings, SettingsDecrypter decrypter, Map<String, String> env) {
    this.settings = settings;
    this.decrypter = decrypter;
    this.env = env;
  }

  /** Who logs in how. */
  record Login(@Nullable String username, @Nullable String password) {
    /** Shows nothing of it. */
    @Override
    public String toString() {
      return "login";
    }
  }

  /** The login of a server of the settings, decrypted. */
  Login server(String id) throws UsageException {
    Server server = settings.getServer(id);
    if (server == null) {
      throw new UsageException(
          "<serverId> names no server of your settings.xml: '" + id + "'; add one with that <id>");
    }
    SettingsDecryptionResult result =
        decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
    for (SettingsProblem problem : result.getProblems()) {
      boolean fatal = problem.getSeverity() != SettingsProblem.Severity.WARNING;
      if (fatal) {
        // Without Maven's own words, which may quote what cannot be decrypted.
        throw undecryptable(id);
      }
    }
    Server open = result.getServer();
    String password = open.getPassword();
    if (password == null || password.isEmpty()) {
      throw new UsageException("the server '" + id + "' of your settings.xml has no <password>");
    }
    if (password.equals(server.getPassword()) && isEncrypted(password)) {
      throw undecryptable(id);
    }
    return new Login(open.getUsername(), password);
  }

  private static UsageException undecryptable(String id) {
    return new UsageException(
        "the password of the server '"
            + id
            + "' cannot be decrypted; is your settings-security.xml the one it was encrypted with?");
  }

  /** As Maven marks it: braces around base64, which may stand within a comment. */
  private static boolean isEncrypted(String password) {
    int open = password.indexOf('{');
    return open >= 0 && password.indexOf('}', open) > open;
  }

  /**
   * The value of a variable, or null when none is named. Never repeats the name: somebody may have
   * written the secret where its name belongs.
   */
  @Nullable String variable(String element, @Nullable String name) throws UsageException {
    if (name == null) {
      return null;
    }
    String value = env.get(name.strip());
    if (value == null || value.isEmpty()) {
      throw new UsageException(
          element
              + (value == null ? " names a variable that is not set" : " names an empty variable")
              + "; give its name without $, and export it");
    }
    return value;
  }
}
