package dev.regwright.e2e;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Files for containerd, or a Talos configuration they are written from, and an image to resolve.
 *
 * @param files by path within the directory; {@code ${plain}} and so on are put in
 * @param talos the configuration; empty when there are files
 */
record Scenario(String name, String image, Map<String, String> files, String talos) {
  static final String HUB_IMAGE = "docker.io/library/tiny:1";

  /** One hosts.toml for Docker Hub. */
  static Scenario hub(String name, String toml) {
    return files(name, HUB_IMAGE, "docker.io/hosts.toml", toml);
  }

  static Scenario files(String name, String image, String... pathsAndTexts) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      files.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
    }
    return new Scenario(name, image, files, "");
  }

  static Scenario talos(String name, String image, String yaml) {
    return new Scenario(name, image, Map.of(), yaml);
  }

  /** The same for an image whose name is known only when the registries are. */
  Scenario withImage(String filled) {
    return new Scenario(name, filled, files, talos);
  }

  /** The name of the registry in the image. */
  String registry() {
    return image.substring(0, image.indexOf('/'));
  }

  /** The repository, without the tag. */
  String repository() {
    return image.substring(image.indexOf('/') + 1, image.lastIndexOf(':'));
  }

  @Override
  public String toString() {
    return name;
  }
}
