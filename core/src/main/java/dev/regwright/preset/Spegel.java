package dev.regwright.preset;

import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Spegel, which lets nodes pull from each other (chart of spegel-org/spegel; Talos guide "Run
 * Spegel Image Mirroring on Talos"). It answers on a host port and a node port of every node, knows
 * registries by the {@code ns} parameter, and holds only what some node has pulled already.
 */
final class Spegel extends Preset {
  Spegel() {
    super("spegel", "Spegel");
  }

  /** The chart's {@code hostPort} and {@code nodePort}. */
  @Override
  Layout layout(Options options) {
    return Layout.Root.of(30020, 30021);
  }

  @Override
  String scheme() {
    return "http";
  }

  @Override
  public boolean servesEveryRegistry() {
    return true;
  }

  @Override
  @Nullable String needsFallback() {
    return "Spegel never pulls from a registry, it has only what a node pulled before";
  }

  @Override
  List<Hint> hints(Plan plan) {
    return List.of(
        Hint.server(
            """
            Its namespace needs the label pod-security.kubernetes.io/enforce=privileged, its chart
            the values
              spegel:
                containerdRegistryConfigPath: /etc/cri/conf.d/hosts
                containerdMirrorAdd: false
            The last line leaves the mirrors to this configuration. With containerdMirrorAdd: true,
            Spegel writes mirrors of its own for pods and none of these are needed; then set
            prependExisting: true too, or it clears away what Talos wrote.
            containerd has to keep the layers that Spegel serves, by this patch for all nodes:
            %s
            """
                .formatted(keepLayers(plan.talos()).indent(2).stripTrailing())),
        Hint.credentials("None, unless the chart's basicAuthSecretName is set."));
  }

  private static String keepLayers(TalosVersion talos) {
    return TalosChange.CUSTOMIZATION_DOCUMENT.in(talos)
        ? """
            apiVersion: v1alpha1
            kind: CRICustomizationConfig
            name: spegel
            content: |
              [plugins."io.containerd.cri.v1.images"]
                discard_unpacked_layers = false"""
        : """
            machine:
              files:
                - path: /etc/cri/conf.d/20-customization.part
                  op: create
                  content: |
                    [plugins."io.containerd.cri.v1.images"]
                      discard_unpacked_layers = false""";
  }

  @Override
  List<String> notes(Plan plan) {
    return List.of(
        "Each node should ask the Spegel on itself; with this configuration all ask %s."
            .formatted(plan.host().name()));
  }
}
