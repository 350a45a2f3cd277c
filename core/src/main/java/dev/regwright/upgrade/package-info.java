/**
 * What an upgrade of Talos changes for a file: findings that come with the newer release or only on
 * the way to it, and requests that go elsewhere though nothing is wrong.
 *
 * <p>It lints a file once for each release where anything changes, and compares.
 */
@NullMarked
package dev.regwright.upgrade;

import org.jspecify.annotations.NullMarked;
