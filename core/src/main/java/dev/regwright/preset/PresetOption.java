package dev.regwright.preset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a preset can be told beyond host and upstreams.
 *
 * @param name a kebab-case word
 * @param meaning what it is, for a list of options
 * @param standard what holds when it is not given; null if nothing does
 * @param required whether it must be given
 * @param choices the only values it may have; empty if any will do
 */
public record PresetOption(
    String name,
    String meaning,
    @Nullable String standard,
    boolean required,
    List<String> choices) {
  /** Copies the list. */
  public PresetOption {
    choices = List.copyOf(choices);
  }

  /** Its value becomes a part of paths. */
  static PresetOption required(String name, String meaning) {
    return new PresetOption(name, meaning, null, true, List.of());
  }

  /** The first of the choices is the standard. */
  static PresetOption choice(String name, String meaning, String... choices) {
    return new PresetOption(name, meaning, choices[0], false, List.of(choices));
  }

  /** Begins the place of every upstream whose place is not given. */
  static PresetOption prefix(String standard) {
    String meaning = "what the places of all upstreams begin with, unless a place is given";
    return new PresetOption("prefix", meaning, standard, false, List.of());
  }
}
