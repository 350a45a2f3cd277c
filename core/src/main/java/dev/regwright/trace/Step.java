package dev.regwright.trace;

import org.jspecify.annotations.Nullable;

/**
 * One request of a supposed pull.
 *
 * @param answer what was supposed of its host, or null
 * @param serves whether the image comes from it
 * @param words what happens, or empty when it is never sent
 */
public record Step(Request request, @Nullable Answer answer, boolean serves, String words) {}
