/**
 * Reads what a trace is made of: configuration files with their patches, directories of hosts.toml,
 * and lists of images in whatever form they come. For front ends, which find the files.
 */
@NullMarked
package dev.regwright.trace.input;

import org.jspecify.annotations.NullMarked;
