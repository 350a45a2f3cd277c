package dev.regwright.preset;

import java.util.List;

/**
 * The registry of {@code talosctl image cache-serve} (Talos guide "Use Image Cache as a Registry
 * Mirror", since Talos 1.12). It knows registries by the {@code ns} parameter.
 */
final class TalosImageCache extends Preset {
  TalosImageCache() {
    super("talos-image-cache", "talosctl image cache-serve");
  }

  /** The port of the Talos guide. */
  @Override
  Layout layout(Options options) {
    return Layout.Root.of(12000);
  }

  @Override
  public boolean servesEveryRegistry() {
    return true;
  }

  @Override
  List<Hint> hints(Plan plan) {
    String address = plan.hostNames();
    return List.of(
        Hint.server(
            """
            Fill the cache, then serve it%s:
              talosctl images k8s-bundle | talosctl images cache-create --images=- \\
                --image-cache-path=cache --layout=flat
            %s
            It has the images you put into it and no others; add Talos's own, which "talosctl image
            talos-bundle" lists, and those of your workloads.
            """
                .formatted(
                    plan.host().isPlainHttp() ? "" : " over HTTPS, which installer images need",
                    serve(plan.host(), address))),
        Hint.credentials("None."));
  }

  private static String serve(Host host, String address) {
    if (host.isPlainHttp()) {
      return "  talosctl image cache-serve --image-cache-path=cache --address=%s"
          .formatted(address);
    }
    String subject =
        host.isAddress()
            ? "--advertised-address=" + host.name().replaceAll("[\\[\\]]", "")
            : "--advertised-name=" + host.name();
    return """
        talosctl image cache-cert-gen %s
        talosctl image cache-serve --image-cache-path=cache --address=%s \\
          --tls-cert-file=tls.crt --tls-key-file=tls.key
        """
        .formatted(subject, address)
        .indent(2)
        .stripTrailing();
  }
}
