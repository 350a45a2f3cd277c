/**
 * containerd's registry configuration: hosts.toml directories and the registry part of the CRI
 * configuration, read as each containerd version reads them, and written in the forms that all
 * versions or Talos agree on.
 *
 * <p>It says what containerd itself says or silently does; opinions live in {@code lint}. It reads
 * no files but through {@link dev.regwright.containerd.FileView}.
 */
@NullMarked
package dev.regwright.containerd;

import org.jspecify.annotations.NullMarked;
