package dev.regwright.yaml;

/**
 * The releases of go-yaml that Talos releases are built with, oldest first; they do not read all
 * the same.
 */
public enum GoYaml {
  /** {@code yaml.v3} 3.0.1: Talos up to 1.11. */
  V3,
  /** {@code yaml/v4} rc.3: Talos 1.12. */
  V4_RC3,
  /** {@code yaml/v4} rc.4: Talos 1.13. */
  V4_RC4,
  /** {@code yaml/v4} rc.6: Talos 1.14. */
  V4_RC6;

  /** The newest. */
  public static final GoYaml LATEST = V4_RC6;

  boolean atLeast(GoYaml other) {
    return compareTo(other) >= 0;
  }
}
