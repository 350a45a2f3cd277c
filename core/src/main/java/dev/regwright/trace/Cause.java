package dev.regwright.trace;

import dev.regwright.source.Span;
import org.jspecify.annotations.Nullable;

/**
 * Why a host is asked.
 *
 * @param why in words, without a full stop
 * @param at the line that says so, or null when none does
 */
public record Cause(String why, @Nullable Span at) {}
