/**
 * TOML as the two generations of Go's go-toml read it, with the place of everything: tomlj reads
 * the values, this package knows the statements, keys and tables around them. It never fails and
 * never throws: what is wrong becomes a problem, and reading goes on behind it.
 */
@NullMarked
package dev.regwright.toml;

import org.jspecify.annotations.NullMarked;
