package dev.regwright.convert;

import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.talos.TalosWriter;
import dev.regwright.yaml.GoYaml;
import dev.regwright.yaml.YamlOut;
import dev.regwright.yaml.YamlOut.Field;
import dev.regwright.yaml.YamlOut.Fields;
import dev.regwright.yaml.YamlWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Two patches that put a configuration in the place of documents of the same names, whatever those
 * hold: the first removes them, the second adds them anew. A patch alone cannot, since lists are
 * appended and, before Talos 1.14, one patch may name a document only once ({@code
 * configpatcher/strategic.go}). The documents have to be there: before 1.14, talosctl crashes when
 * a patch removes one that is not.
 */
public final class PatchPair {
  /** The patch to apply first. */
  public static final String FIRST = "1-remove.yaml";

  /** The patch to apply second. */
  public static final String SECOND = "2-add.yaml";

  private PatchPair() {}

  /** The two patches of a configuration. */
  public static List<OutputFile> of(RegistryConfig config, TalosVersion talos) {
    RegistryConfig written = ClientKeys.of(config, talos, Places.in("")).config();
    List<String> removals = new ArrayList<>();
    removals(config.mirrors().keySet(), "RegistryMirrorConfig", removals);
    removals(config.auths().keySet(), "RegistryAuthConfig", removals);
    removals(config.tls().keySet(), "RegistryTLSConfig", removals);
    return List.of(
        new OutputFile(FIRST, TalosWriter.join(removals)),
        new OutputFile(SECOND, TalosWriter.of(talos).documents(written)));
  }

  private static void removals(Set<String> names, String kind, List<String> out) {
    for (String name : names) {
      out.add(
          YamlWriter.write(
              Fields.of(
                  List.of(
                      text("apiVersion", "v1alpha1"),
                      text("kind", kind),
                      text("name", name),
                      text("$patch", "delete"))),
              GoYaml.LATEST));
    }
  }

  private static Field text(String key, String value) {
    return Field.of(key, new YamlOut.Text(value));
  }
}
