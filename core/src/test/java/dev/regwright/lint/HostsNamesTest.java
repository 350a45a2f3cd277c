package dev.regwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.containerd.FileView;
import dev.regwright.containerd.HostsPlace;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which directories of hosts.toml are taken for those of registries, and what their names say. */
class HostsNamesTest {
  private static final String TEXT = "[host.'https://mirror.example.org']\n";

  private static List<Finding> findings(String root, String directory, List<String> neighbours) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    byte[] bytes = TEXT.getBytes(StandardCharsets.UTF_8);
    files.put(directory + "/hosts.toml", bytes);
    neighbours.forEach(name -> files.put(name + "/hosts.toml", bytes));
    String name = directory + "/hosts.toml";
    return Linter.forTalos("1.14")
        .containerd()
        .lint(SourceFile.of(name, TEXT), new HostsPlace(FileView.of(root, files), root, directory))
        .findings()
        .stream()
        .filter(finding -> finding.rule().equals("hosts-name-never-matches"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "/roles/containerd, templates, other, 0", // nothing here is a registry's
    "/roles/containerd, templates, ghcr.io, 1",
    "/roles/containerd, templates, _default, 1",
    "/etc/containerd/certs.d, templates, other, 1",
    "/etc/my-certs.d, templates, other, 0",
    "/etc/containerd/certs.d, ${REGISTRY}, other, 0",
    "/etc/containerd/certs.d, {{ item }}, other, 0",
    "/etc/containerd/certs.d, '[::1]_5000_', other, 0",
    "/etc/containerd/certs.d, r.io:5000, other, 0",
    "/etc/containerd/certs.d, harbor_5000_, other, 0",
    "/etc/containerd/certs.d, r.io_50000, other, 1",
    "/etc/containerd/certs.d, r.io_500000, other, 1",
    "/etc/containerd/certs.d, _5000, other, 1",
    "/etc/containerd/certs.d, r.io_, other, 1",
    "/etc/containerd/certs.d, docker.com, other, 1",
    "/etc/containerd/certs.d, docker.com, docker.io, 0",
    "/etc/containerd/certs.d, registry-1.docker.io, _default, 0",
    "/etc/containerd/certs.d, registry-1.docker.io, ghcr.io, 1",
    "/etc/containerd/certs.d, docker.io, ghcr.io, 0",
  })
  void onlyNamesOfNoRegistryAreReported(
      String root, String directory, String neighbour, int expected) {
    assertThat(findings(root, directory, List.of(neighbour))).hasSize(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "r.io_5000, rename it to r.io_5000_",
    "dockerhub, rename it to docker.io",
    "ghcr, rename it to ghcr.io",
    "*, rename it to _default",
    "index.docker.io, rename it to docker.io",
    "harbor, 'name it as image names have the registry, such as ghcr.io or r.io_5000_'",
    "r.io_500000, 'name it as image names have the registry, such as ghcr.io or r.io_5000_'",
  })
  void theNameThatWasMeantIsTold(String directory, String help) {
    assertThat(findings("/certs.d", directory, List.of()))
        .singleElement()
        .extracting(Finding::help)
        .isEqualTo(help);
  }
}
