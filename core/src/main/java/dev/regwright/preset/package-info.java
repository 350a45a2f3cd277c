/**
 * Products that mirror registries: which endpoints a node needs for them, and what to set up on
 * their side. No input or output; everything refused comes back as a text that says what to do.
 */
@NullMarked
package dev.regwright.preset;

import org.jspecify.annotations.NullMarked;
