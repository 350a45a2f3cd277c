/**
 * Talos configuration: reading documents as each Talos version loads them, what it validates, and
 * typed values whose every field knows its place.
 *
 * <p>It says only what Talos itself says; opinions about what Talos accepts live in {@code lint}.
 * It reads no files.
 */
@NullMarked
package dev.regwright.talos;

import org.jspecify.annotations.NullMarked;
