package dev.regwright.convert;

import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.talos.FlagLoss;
import dev.regwright.talos.TalosWriter;
import dev.regwright.talos.TalosctlCommand;
import dev.regwright.talos.TalosctlFlagsText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a configuration in a form of one file, and says what the form cannot say. {@link
 * HostsRendering} writes directories.
 */
public final class Renderer {
  private final RegistryConfig config;
  private final TalosVersion talos;
  private final Places places;
  private final List<Finding> losses = new ArrayList<>();
  private final List<Finding> notes = new ArrayList<>();

  private Renderer(RegistryConfig config, TalosVersion talos, Places places) {
    this.config = config;
    this.talos = talos;
    this.places = places;
  }

  /**
   * Writes a configuration.
   *
   * @param talos the release that will read it
   * @param places where its parts came from
   * @throws IllegalArgumentException for {@link Form#HOSTS_TOML}, which is a directory
   */
  public static Rendered render(
      RegistryConfig config, Form form, TalosVersion talos, Places places) {
    return new Renderer(config, talos, places).in(form);
  }

  private Rendered in(Form form) {
    if (form == Form.CRI_TOML) {
      return HostsRendering.criPart(config, talos, places);
    }
    String text =
        switch (form) {
          case TALOS -> documents();
          case TALOS_LEGACY -> TalosWriter.of(talos).legacy(uniform(config));
          case TALOSCTL_FLAGS -> flags();
          case HOSTS_TOML, CRI_TOML ->
              throw new IllegalArgumentException(form.word() + " is a directory");
        };
    return new Rendered(List.of(OutputFile.of(text)), losses, notes);
  }

  private String documents() {
    ClientKeys keys = ClientKeys.of(config, talos, places);
    notes.addAll(keys.findings());
    losses.addAll(DocumentGaps.of(config, talos, ConvertRules.LOSS, places));
    return TalosWriter.of(talos).documents(keys.config());
  }

  /** The configuration with one overridePath for all endpoints of each mirror. */
  static RegistryConfig uniform(RegistryConfig config) {
    Map<String, Mirror> mirrors = new LinkedHashMap<>();
    config.mirrors().forEach((name, mirror) -> mirrors.put(name, LegacyPaths.uniform(mirror)));
    return new RegistryConfig(mirrors, config.auths(), config.tls());
  }

  private String flags() {
    TalosctlFlagsText flags = TalosctlFlagsText.of(config, talos, TalosctlCommand.GEN_CONFIG);
    notes.add(
        ConvertRules.NOTE.finding(
            places.of(FlagLoss.Part.MIRROR, "", -1),
            "put the flags behind " + TalosctlCommand.GEN_CONFIG.words(talos)));
    for (FlagLoss loss : flags.losses()) {
      losses.add(
          ConvertRules.LOSS.finding(
              places.of(loss.part(), loss.name(), loss.endpoint()),
              "lost: " + loss.what() + ": " + loss.why()));
    }
    return flags.shell();
  }
}
