/**
 * Makes new configuration: from a product and the registries it mirrors, or from endpoints by name;
 * with credentials and certificates. What is made is linted before anybody gets to see it.
 *
 * <p>Everything here works on texts and values. Files and variables are read by the front ends.
 */
@NullMarked
package dev.regwright.generate;

import org.jspecify.annotations.NullMarked;
