/**
 * Findings on their way to people and programs: text, one-line and JSON reports, the catalogue of
 * rules they speak of, and traces of images as text, JSON and Markdown.
 *
 * <p>A report never computes and never shows a secret: whatever it quotes from a file goes through
 * {@code Redactor}, and whatever it prints on a terminal through {@link
 * dev.regwright.report.Printable}.
 */
@NullMarked
package dev.regwright.report;

import org.jspecify.annotations.NullMarked;
