/**
 * The settings file {@code .regwright.yaml}: found upward from a file, read strictly, and turned
 * into the linter for that file.
 *
 * <p>Unlike the engine it does read files: its own.
 */
@NullMarked
package dev.regwright.lint.settings;

import org.jspecify.annotations.NullMarked;
