/**
 * Regwright's goals for Maven. A goal turns its parameters into a call of the library and the
 * findings into build log and failure; it decides nothing else.
 */
@NullMarked
package dev.regwright.maven;

import org.jspecify.annotations.NullMarked;
