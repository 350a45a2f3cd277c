/**
 * Rules that hold only where the settings say so: what an organisation demands of its registry
 * configuration, beyond what works.
 */
@NullMarked
package dev.regwright.lint.policy;

import org.jspecify.annotations.NullMarked;
