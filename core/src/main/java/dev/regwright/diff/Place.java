package dev.regwright.diff;

import dev.regwright.trace.Request;

/**
 * A request among those of one side.
 *
 * @param number its number, from 1
 */
public record Place(int number, Request request) {}
