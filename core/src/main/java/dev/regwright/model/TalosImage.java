package dev.regwright.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The images Talos and the Kubernetes it installs consist of, and where each release pulls them
 * from ({@code pkg/machinery/constants/constants.go}, {@code pkg/images} and {@code
 * pkg/machinery/images} of the release tags): what {@code talosctl images} lists.
 */
public enum TalosImage {
  /** kube-apiserver and the others of the control plane, kube-proxy, CoreDNS, the pause image. */
  KUBERNETES("Kubernetes", "registry.k8s.io/kube-apiserver", null, ""),
  /** kubelet, flannel, extensions. */
  KUBELET("kubelet", "ghcr.io/siderolabs/kubelet", null, ""),
  /** The installer, as {@code talosctl upgrade} takes it when no image is named. */
  INSTALLER(
      "the installer",
      "ghcr.io/siderolabs/installer",
      TalosChange.INSTALLER_FROM_FACTORY,
      "factory.talos.dev/metal-installer"),
  /** etcd. */
  ETCD("etcd", "gcr.io/etcd-development/etcd", TalosChange.ETCD_LEFT_GCR, "registry.k8s.io/etcd");

  private final String label;
  private final String first;
  private final @Nullable TalosChange move;
  private final String second;

  TalosImage(String label, String first, @Nullable TalosChange move, String second) {
    this.label = label;
    this.first = first;
    this.move = move;
    this.second = second;
  }

  /** What people call it. */
  public String label() {
    return label;
  }

  /** The change that moved it to another registry, or null. */
  public @Nullable TalosChange move() {
    return move;
  }

  /** The image a release pulls when the configuration names no other, without a tag. */
  public String repository(TalosVersion talos) {
    return move != null && move.in(talos) ? second : first;
  }

  /** The registry of that image. */
  public String registry(TalosVersion talos) {
    String repository = repository(talos);
    return repository.substring(0, repository.indexOf('/'));
  }

  /** The registries of all of them, each once. */
  public static List<String> registries(TalosVersion talos) {
    List<String> registries = new ArrayList<>();
    for (TalosImage image : values()) {
      String registry = image.registry(talos);
      if (!registries.contains(registry)) {
        registries.add(registry);
      }
    }
    return registries;
  }
}
