/**
 * Measures the library against its budgets. Every build compiles the benchmarks; running them is up
 * to whoever wants to know.
 */
@NullMarked
package dev.regwright.benchmarks;

import org.jspecify.annotations.NullMarked;
