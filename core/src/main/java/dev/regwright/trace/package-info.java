/**
 * Where images are really pulled from: for each of the two pullers of a Talos node, the requests it
 * sends for an image, in order, and why.
 *
 * <p>{@code MachinedPuller} is Talos's own resolver, {@code CriPuller} is containerd reading the
 * files Talos writes or a directory somebody else wrote. Neither looks at files or the network;
 * where a setting stands is told by {@link dev.regwright.trace.Sources}.
 */
@NullMarked
package dev.regwright.trace;

import org.jspecify.annotations.NullMarked;
