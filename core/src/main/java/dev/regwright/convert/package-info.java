/**
 * From one form of registry configuration to another: what is read becomes the model, the model
 * becomes the target form, and what that cannot say is told with its place. Files of Talos are
 * changed where they stand, so that all else in them stays as it is.
 *
 * <p>Everything here works on texts and values. Files are read and written by the front ends.
 */
@NullMarked
package dev.regwright.convert;

import org.jspecify.annotations.NullMarked;
