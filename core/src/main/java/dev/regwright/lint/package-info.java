/**
 * The rule engine: what a rule is, how a file is linted, and what comes out.
 *
 * <p>It reads no files and writes none. The rules themselves live in {@code lint.rules}, one class
 * each.
 */
@NullMarked
package dev.regwright.lint;

import org.jspecify.annotations.NullMarked;
