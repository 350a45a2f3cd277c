package dev.regwright.cli;

import dev.regwright.generate.Access;
import dev.regwright.generate.GenerateRequest;
import dev.regwright.generate.GenerateResult;
import dev.regwright.generate.Generator;
import dev.regwright.generate.PresetGuide;
import dev.regwright.generate.PresetWish;
import dev.regwright.model.Endpoint;
import dev.regwright.model.Mirror;
import dev.regwright.model.TalosReleases;
import dev.regwright.preset.Preset;
import dev.regwright.preset.PresetOption;
import dev.regwright.preset.Presets;
import dev.regwright.run.GeneratedOutput;
import dev.regwright.run.UsageException;
import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists the presets, or explains one by an example. */
final class PresetListing {
  private static final int NAME_WIDTH = 22;

  private PresetListing() {}

  static void print(String id, Writer out) throws IOException, UsageException {
    if (id.isEmpty()) {
      out.write(list());
      return;
    }
    Preset preset = Presets.named(id).orElse(null);
    if (preset == null) {
      throw UsageException.unknown("unknown preset", id, Presets.ids());
    }
    out.write(explained(preset));
  }

  private static String list() {
    StringBuilder text = new StringBuilder();
    for (Preset preset : Presets.ALL) {
      row(text, preset.id(), preset.title());
      for (PresetOption option : preset.options()) {
        row(text, "  " + option.name(), PresetGuide.meaning(option));
      }
    }
    return text.append("\nregwright generate --presets --preset NAME explains one of them.\n")
        .toString();
  }

  private static void row(StringBuilder text, String name, String meaning) {
    text.append(name).append(" ".repeat(Math.max(2, NAME_WIDTH - name.length())));
    text.append(meaning).append('\n');
  }

  private static String explained(Preset preset) {
    StringBuilder text = new StringBuilder(preset.title()).append('\n');
    if (!preset.options().isEmpty()) {
      text.append("\nOptions\n");
    }
    for (PresetOption option : preset.options()) {
      row(text, "   " + option.name(), PresetGuide.meaning(option));
    }
    List<String> example = PresetGuide.example(preset);
    text.append("\nExample\n   regwright generate ").append(String.join(" ", example)).append('\n');
    if (Generator.generate(request(example)) instanceof GenerateResult.Done done) {
      text.append("\nNodes then pull from\n");
      for (Mirror mirror : done.config().mirrors().values()) {
        for (Endpoint endpoint : mirror.endpoints()) {
          row(text, "   " + mirror.name(), endpoint.toString());
        }
      }
      text.append("\nWhat there is to do\n");
      GeneratedOutput.steps(text, done.hints());
      GeneratedOutput.notes(text, done.notes());
    }
    return text.toString();
  }

  private static GenerateRequest request(List<String> words) {
    Map<String, String> values = new HashMap<>();
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < words.size(); i += 2) {
      String value = words.get(i + 1);
      if (words.get(i).equals("--option")) {
        int equals = value.indexOf('=');
        options.put(value.substring(0, equals), value.substring(equals + 1));
      } else {
        values.put(words.get(i), value);
      }
    }
    PresetWish wish =
        new PresetWish(
            values.getOrDefault("--preset", ""), values.get("--host"), List.of(), options);
    return new GenerateRequest(
        List.of(), wish, false, false, Access.NONE, null, TalosReleases.byDefault());
  }
}
