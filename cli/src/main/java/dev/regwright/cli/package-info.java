/**
 * The {@code regwright} command: arguments in, files in, reports and exit codes out.
 *
 * <p>It reads, walks and prints; what a file means is decided in core. Start-up time is part of its
 * contract, so the path that lints one small file stays clear of anything that loads many classes.
 */
@NullMarked
package dev.regwright.cli;

import org.jspecify.annotations.NullMarked;
