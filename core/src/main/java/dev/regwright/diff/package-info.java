/**
 * Two configurations compared by what they make nodes do, not by their texts: the requests of both
 * pullers for every registry either of them names, and what applying the one over the other takes.
 *
 * <p>Made of two {@link dev.regwright.trace.Tracer}s; looks at neither files nor the network.
 */
@NullMarked
package dev.regwright.diff;

import org.jspecify.annotations.NullMarked;
