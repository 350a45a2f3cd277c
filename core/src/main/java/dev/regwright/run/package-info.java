/**
 * One run of a command, whichever front end asks for it: which files are chosen, how they are read,
 * linted, repaired, converted and traced, and where reports and results go.
 *
 * <p>Front ends turn their arguments into options, and give the streams. Messages name the options
 * of the command line; another front end puts its own words in their place.
 */
@NullMarked
package dev.regwright.run;

import org.jspecify.annotations.NullMarked;
