package dev.regwright.trace;

import dev.regwright.containerd.TalosHostsTree;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.ImageReference;
import dev.regwright.model.Mirror;
import java.util.List;

/** What both pullers say about the endpoints of a configuration. */
final class Causes {
  static final Cause NO_MIRROR = new Cause("there is no mirror for it, and none for *", null);

  private Causes() {}

  /** Why an endpoint is asked; the image cache takes the first place of every mirror. */
  static Cause endpoint(Mirror mirror, int index, boolean imageCache, Sources sources) {
    int written = imageCache ? index - 1 : index;
    if (written < 0) {
      return new Cause("Talos's image cache on the node itself (" + where() + ")", null);
    }
    return new Cause(
        "endpoint " + (written + 1) + " of the mirror " + mirror.name(),
        sources.endpoint(mirror.name(), written));
  }

  private static String where() {
    return TalosHostsTree.IMAGE_CACHE.substring("http://".length());
  }

  /**
   * What both pullers make of an endpoint and nobody sees: parts of its URL they drop, a cache that
   * is not complete, a web site in place of a registry (containerd/containerd#7400).
   */
  static void note(EndpointUrl url, List<String> notes) {
    if (url.goString().equals(TalosHostsTree.IMAGE_CACHE)) {
      notes.add("holds only images that were put into the image cache");
    }
    if (url.host().equals(ImageReference.HUB)) {
      notes.add(
          "answers with a web page: Docker Hub's images come from " + ImageReference.HUB_HOST);
    }
    if (url.userInfo() != null) {
      notes.add("the user name and password in its URL are not used");
    }
    if (!url.rawQuery().isEmpty()) {
      notes.add("the query of its URL is dropped");
    }
  }
}
