/**
 * What every other room speaks of: source files with positions, spans, text edits, and the one
 * {@link dev.regwright.source.Finding} type for everything we tell the user.
 *
 * <p>Nothing here knows YAML, TOML, Talos or containerd; it uses the JDK only.
 */
@NullMarked
package dev.regwright.source;

import org.jspecify.annotations.NullMarked;
