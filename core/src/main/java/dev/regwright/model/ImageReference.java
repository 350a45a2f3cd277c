package dev.regwright.model;

import org.jspecify.annotations.Nullable;

/**
 * The name of an image as both pullers of a node understand it: completed and checked as {@code
 * ParseDockerRef} of {@code github.com/distribution/reference} does. Talos calls it in {@code
 * internal/pkg/containers/image/pull.go}, containerd in {@code
 * internal/cri/server/images/image_pull.go}.
 *
 * @param registry what configuration is looked up by: all before the first slash, {@code docker.io}
 *     when the name has no registry
 * @param repository the rest of the name, {@code library/} included
 * @param tag the tag; null when there is a digest
 * @param digest the digest; a tag beside it is dropped
 */
public record ImageReference(
    String registry, String repository, @Nullable String tag, @Nullable String digest) {

  /** The registry of images without one. */
  public static final String HUB = "docker.io";

  /** The host that answers for {@link #HUB}. */
  public static final String HUB_HOST = "registry-1.docker.io";

  /** Reads any text. Never throws; time is linear in its length. */
  public static ImageParse parse(String text) {
    return new ImageReferenceParser(text).parse();
  }

  /** The host that answers for a registry itself ({@code docker.DefaultHost} of containerd). */
  public static String upstreamOf(String registry) {
    return registry.equals(HUB) ? HUB_HOST : registry;
  }

  /** What a manifest is asked for by: the digest, or else the tag. */
  public String object() {
    if (digest != null) {
      return digest;
    }
    return tag == null ? "" : tag;
  }

  /** The completed name, as the node's tools show it. */
  @Override
  public String toString() {
    String name = registry + "/" + repository;
    return digest != null ? name + "@" + digest : name + ":" + tag;
  }
}
