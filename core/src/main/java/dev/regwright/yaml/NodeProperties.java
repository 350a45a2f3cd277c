package dev.regwright.yaml;

import org.jspecify.annotations.Nullable;

/**
 * What may stand before a node's content.
 *
 * @param start index of the first character of the two
 * @param anchor the anchor's name, or null
 * @param tag the tag in its long form, or null
 */
public record NodeProperties(int start, @Nullable String anchor, @Nullable String tag) {}
