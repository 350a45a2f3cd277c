package dev.regwright.preset;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The options given, known to be the preset's own; those not given have their standard value. */
record Options(Map<String, String> values) {

  static Options of(Preset preset, Map<String, String> given) throws RefusedException {
    Map<String, String> values = new TreeMap<>();
    for (PresetOption option : preset.options()) {
      String value = given.getOrDefault(option.name(), option.standard());
      if (value == null && option.required()) {
        throw new RefusedException(
            "the preset %s needs the option %s".formatted(preset.id(), option.name()),
            "name " + option.meaning());
      }
      if (value != null && option.required()) {
        PlaceKind.PATH.check("the option " + option.name(), value);
      }
      if (value != null && !option.choices().isEmpty() && !option.choices().contains(value)) {
        throw new RefusedException(
            "the option %s has no such choice".formatted(option.name()),
            "choose " + String.join(", ", option.choices()));
      }
      if (value != null) {
        values.put(option.name(), value);
      }
    }
    if (!values.keySet().containsAll(given.keySet())) {
      List<String> names = preset.options().stream().map(PresetOption::name).toList();
      throw new RefusedException(
          "the preset %s has no such option".formatted(preset.id()),
          names.isEmpty() ? "leave options out" : "its options are " + String.join(", ", names));
    }
    return new Options(values);
  }

  @Nullable String get(String name) {
    return values.get(name);
  }

  /** The value of an option that is required or has a standard value. */
  String text(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}
