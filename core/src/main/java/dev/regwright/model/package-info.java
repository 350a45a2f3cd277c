/**
 * Pure values of the field: registries, endpoints, versions, URLs. No positions, no input or
 * output, nothing but the JDK.
 */
@NullMarked
package dev.regwright.model;

import org.jspecify.annotations.NullMarked;
