package dev.regwright.preset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Google's public cache of often pulled images of Docker Hub (Google Cloud documentation, "Pull
 * cached Docker Hub images").
 */
final class MirrorGcr extends Preset {
  private static final String HOST = "mirror.gcr.io";

  MirrorGcr() {
    super("mirror-gcr", "mirror.gcr.io");
  }

  @Override
  Layout layout(Options options) {
    return Layout.Root.of();
  }

  @Override
  @Nullable String ownHost() {
    return HOST;
  }

  @Override
  void check(Host host) throws RefusedException {
    if (!host.authority().equals(HOST)) {
      throw new RefusedException("this preset is for mirror.gcr.io", "leave the host out");
    }
  }

  @Override
  List<String> usualUpstreams(Host host) {
    return List.of(Upstream.DOCKER_HUB.name());
  }

  @Override
  @Nullable String cannotServe(Upstream upstream) {
    return upstream.isDockerHub() ? null : "mirror.gcr.io mirrors Docker Hub only";
  }

  @Override
  @Nullable String needsFallback() {
    return "mirror.gcr.io has only the images that are pulled often";
  }

  @Override
  boolean isPublicService() {
    return true;
  }

  @Override
  List<Hint> hints(Plan plan) {
    return List.of(Hint.credentials("None."));
  }
}
