package dev.regwright.talos;

import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Error texts as the YAML library of a Talos version words them. */
final class Wording {
  private static final int SHOWN = 10;
  private static final int KEPT = 7;

  private final String verb;

  Wording(TalosVersion version) {
    this.verb = TalosChange.CONSTRUCT_WORDING.in(version) ? "construct" : "unmarshal";
  }

  /**
   * go-yaml's {@code terror}: what a node cannot be decoded into. Texts longer than ten bytes are
   * cut to seven; of a secret we show none, although go-yaml does.
   */
  String cannotDecode(YamlNode node, String goType, boolean secret) {
    YamlNode target = node.resolved();
    String tag = target.shortTag();
    boolean collection = tag.equals("!!map") || tag.equals("!!seq");
    String value = collection ? "" : " `" + (secret ? "***" : cut(target)) + "`";
    return "cannot " + verb + " " + tag + value + " into " + goType;
  }

  private static String cut(YamlNode node) {
    String text = node instanceof YamlScalar s ? s.text() : "";
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return bytes.length <= SHOWN
        ? text
        : new String(Arrays.copyOf(bytes, KEPT), StandardCharsets.UTF_8) + "...";
  }
}
