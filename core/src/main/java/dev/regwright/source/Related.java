package dev.regwright.source;

/**
 * A second place a finding speaks of, such as the first of two equal entries.
 *
 * @param span the place
 * @param message what is there, a short noun phrase
 */
public record Related(Span span, String message) {}
