package dev.regwright.preset;

import java.util.List;
import java.util.Optional;

/** All presets. */
public final class Presets {
  /** In the order to list them: what one runs oneself, services, what nodes do alone. */
  public static final List<Preset> ALL =
      List.of(
          new Harbor(),
          new Zot(),
          new Nexus(),
          new Artifactory(),
          new GitLab(),
          new Quay(),
          new Pulp(),
          new Distribution(),
          new PlainHttp(),
          new Ecr(),
          new Gar(),
          new Acr(),
          new Cloudsmith(),
          new MirrorGcr(),
          new Spegel(),
          new TalosImageCache());

  private Presets() {}

  /** The preset of that id. */
  public static Optional<Preset> named(String id) {
    return ALL.stream().filter(preset -> preset.id().equals(id)).findFirst();
  }

  /** The ids, in the order of {@link #ALL}. */
  public static List<String> ids() {
    return ALL.stream().map(Preset::id).toList();
  }
}
