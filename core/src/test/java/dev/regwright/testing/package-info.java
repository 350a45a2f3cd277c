/** What several tests share: shared test data and the tally of agreement with upstream. */
@NullMarked
package dev.regwright.testing;

import org.jspecify.annotations.NullMarked;
