package dev.regwright.containerd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.containerd.FileView.Failed;
import dev.regwright.containerd.FileView.Failure;
import dev.regwright.containerd.FileView.Found;
import dev.regwright.containerd.FileView.Item;
import dev.regwright.model.Endpoint;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Tls;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the recorded answers do not show: versions, hostile names, secrets, and the file view. */
class TalosHostsTreeTest {
  private static final TalosVersion NEWEST = TalosVersion.of("1.14");

  private static RegistryConfig config(List<Mirror> mirrors, Tls... tls) {
    return RegistryConfig.of(mirrors, List.of(), List.of(tls));
  }

  private static Mirror mirror(String name, String url) {
    return new Mirror(name, List.of(Endpoint.of(url)), null);
  }

  /** Reported in siderolabs/talos#14021: the beta releases left the first slash out. */
  @ParameterizedTest
  @CsvSource({
    "1.13.9, /etc/cri/conf.d/hosts/r.io/r.io-ca.crt",
    "1.14.0-beta.0, etc/cri/conf.d/hosts/r.io/r.io-ca.crt",
    "1.14.0-beta.1, etc/cri/conf.d/hosts/r.io/r.io-ca.crt",
    "1.14.0-rc.1, /etc/cri/conf.d/hosts/r.io/r.io-ca.crt",
  })
  void pathsOfCertificatesDependOnTheVersion(String version, String path) {
    RegistryConfig config = config(List.of(), new Tls("r.io", null, "pem", null));
    byte[] file =
        TalosHostsTree.of(config, TalosVersion.of(version), false).files().get("r.io/hosts.toml");
    assertThat(new String(file, StandardCharsets.UTF_8)).contains("ca = '" + path + "'\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../..", "../x", "a/../../x"})
  void namesNeverLeadOutOfTheDirectory(String name) {
    RegistryConfig config =
        config(List.of(mirror(name, "https://m")), new Tls(name + "/y", null, "pem", true));
    assertThat(TalosHostsTree.of(config, NEWEST, false).files().keySet())
        .allMatch(path -> !path.startsWith("/") && !path.contains("..") && !path.isEmpty());
  }

  @Test
  void absoluteNamesStayWithin() {
    RegistryConfig config = config(List.of(mirror("/etc/passwd", "https://m")));
    assertThat(TalosHostsTree.of(config, NEWEST, false).files().keySet())
        .containsExactly("etc/passwd/hosts.toml");
  }

  @Test
  void errorKeepsThePassword() {
    RegistryConfig config = config(List.of(mirror("r.io", "https://u:hunter2@m:hunter2x")));
    TalosHostsTree tree = TalosHostsTree.of(config, NEWEST, false);
    assertThat(tree.files()).isEmpty();
    assertThat(tree.error()).startsWith("error parsing endpoint {\"https://***@m").contains("r.io");
    assertThat(tree.error()).doesNotContain("u:hunter2");
  }

  @Test
  void viewShowsTheFilesAsDirectories() {
    RegistryConfig config =
        config(List.of(mirror("r.io", "https://m")), new Tls("m", null, "pem", null));
    FileView view = TalosHostsTree.of(config, NEWEST, false).view();
    String root = TalosHostsToml.ROOT;
    assertThat(view.list(root))
        .isEqualTo(new Found<>(List.of(new Item("m", true), new Item("r.io", true))));
    assertThat(view.list(root + "/m"))
        .isEqualTo(
            new Found<>(List.of(new Item("hosts.toml", false), new Item("m-ca.crt", false))));
    assertThat(view.isDirectory(root)).isEqualTo(new Found<>(true));
    assertThat(view.isDirectory(root + "/m/hosts.toml")).isEqualTo(new Found<>(false));
    assertThat(view.isDirectory(root + "/q")).isEqualTo(new Failed<>(Failure.NOT_FOUND));
    assertThat(view.read(root + "/m")).isEqualTo(new Failed<>(Failure.IS_A_DIRECTORY));
    assertThat(view.read(root + "/m/m-ca.crt/x")).isEqualTo(new Failed<>(Failure.NOT_A_DIRECTORY));
    assertThat(view.list(root + "/m/m-ca.crt")).isEqualTo(new Failed<>(Failure.NOT_A_DIRECTORY));
    assertThat(view.read("/etc/passwd")).isEqualTo(new Failed<>(Failure.OUT_OF_SIGHT));
    assertThat(view.read(root + "/../x")).isEqualTo(new Failed<>(Failure.OUT_OF_SIGHT));
  }

  @Test
  void filesCannotBeChangedFromOutside() {
    TalosHostsTree tree =
        TalosHostsTree.of(config(List.of(mirror("a", "https://m"))), NEWEST, false);
    tree.files().get("a/hosts.toml")[0] = 'X';
    assertThat(tree.files().get("a/hosts.toml")[0]).isEqualTo((byte) '[');
  }
}
