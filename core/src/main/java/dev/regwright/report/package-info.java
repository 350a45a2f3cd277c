/**
 * Findings on their way to people and programs: text, one-line and JSON reports, and the catalogue
 * of rules they speak of.
 *
 * <p>A report never computes and never shows a secret: whatever it quotes from a file goes through
 * {@code Redactor}, and whatever it prints on a terminal through {@link
 * dev.regwright.report.Printable}.
 */
@NullMarked
package dev.regwright.report;

import org.jspecify.annotations.NullMarked;
