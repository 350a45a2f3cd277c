/**
 * YAML as go-yaml reads it: a position-keeping tree composed from SnakeYAML Engine's events,
 * go-yaml's scalar rules, and (for writing) the layout of Talos's encoder.
 *
 * <p>Nothing here knows what a Talos document is; nothing recurses over the depth of the input, so
 * hostile nesting cannot overflow the stack.
 */
@NullMarked
package dev.regwright.yaml;

import org.jspecify.annotations.NullMarked;
