package dev.regwright.generate;

import dev.regwright.preset.Preset;
import dev.regwright.preset.PresetOption;
import dev.regwright.preset.Presets;
import java.util.ArrayList;
import java.util.List;

/** Explains the presets to those who choose one. */
public final class PresetGuide {
  private PresetGuide() {}

  /**
   * A command line that works, from behind {@code generate} on.
   *
   * @param preset any of {@link Presets#ALL}
   */
  public static List<String> example(Preset preset) {
    List<String> words = new ArrayList<>(List.of("--preset", preset.id()));
    String host =
        switch (preset.id()) {
          case "cloudsmith", "mirror-gcr" -> "";
          case "ecr" -> "123456789012.dkr.ecr.eu-west-1.amazonaws.com";
          case "gar" -> "europe-west1-docker.pkg.dev";
          case "acr" -> "example.azurecr.io";
          case "distribution", "spegel" -> "10.5.0.1";
          case "http" -> "10.5.0.1:5000";
          case "talos-image-cache" -> "cache.example.com";
          default -> preset.id() + ".example.com";
        };
    if (!host.isEmpty()) {
      words.addAll(List.of("--host", host));
    }
    for (PresetOption option : preset.options()) {
      if (option.required()) {
        words.addAll(List.of("--option", option.name() + "=acme"));
      }
    }
    return List.copyOf(words);
  }

  /** What an option may be, in one line. */
  public static String meaning(PresetOption option) {
    if (option.required()) {
      return option.meaning() + " (required)";
    }
    if (!option.choices().isEmpty()) {
      return option.meaning() + ": " + String.join(", ", option.choices());
    }
    String standard = option.standard();
    return standard == null || standard.isEmpty()
        ? option.meaning()
        : option.meaning() + " (" + standard + ")";
  }
}
