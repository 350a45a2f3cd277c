/** What we say beforehand, held against the real programs. */
@NullMarked
package dev.regwright.e2e;

import org.jspecify.annotations.NullMarked;
