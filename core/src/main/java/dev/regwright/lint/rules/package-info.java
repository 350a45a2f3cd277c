/**
 * The rules, one small class each, listed by hand in {@link dev.regwright.lint.rules.Rules#ALL}.
 *
 * <p>A rule looks at typed documents and says what they will make a node do. It never reads files,
 * never decides severities, and has a page under {@code docs/rules} whose examples are its tests.
 */
@NullMarked
package dev.regwright.lint.rules;

import org.jspecify.annotations.NullMarked;
