package dev.regwright.talos;

import dev.regwright.source.Finding;
import java.util.List;

/**
 * What validation says of one document.
 *
 * @param prefix how Talos names the document in front of its errors, such as {@code
 *     RegistryMirrorConfig/docker.io}; empty for errors about the whole configuration
 * @param findings its errors, in Talos's order; each holds Talos's text in {@code upstream}
 */
public record DocumentErrors(String prefix, List<Finding> findings) {
  /** Copies the list. */
  public DocumentErrors {
    findings = List.copyOf(findings);
  }
}
