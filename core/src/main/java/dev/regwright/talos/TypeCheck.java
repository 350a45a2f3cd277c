package dev.regwright.talos;

import dev.regwright.model.Placeholders;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.UrlParse;
import dev.regwright.pki.GoBase64;
import dev.regwright.talos.Shape.Base64;
import dev.regwright.talos.Shape.Flag;
import dev.regwright.talos.Shape.ListOf;
import dev.regwright.talos.Shape.MapOf;
import dev.regwright.talos.Shape.Struct;
import dev.regwright.talos.Shape.Text;
import dev.regwright.talos.Shape.Url;
import dev.regwright.yaml.ScalarKind;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;

/**
 * Reports what go-yaml's decoder would: nodes that do not fit the type Talos decodes them into.
 * Recursion follows the type, never the input, so its depth is fixed.
 */
final class TypeCheck {
  /** What Talos writes in place of a redacted key, and accepts back as it is. */
  static final String REDACTED = "******";

  private final Report report;
  private final TalosVersion version;
  private final Wording wording;
  private final Urls urls;

  TypeCheck(Report report, TalosVersion version, Urls urls) {
    this.report = report;
    this.version = version;
    this.wording = new Wording(version);
    this.urls = urls;
  }

  void check(YamlNode node, Shape shape) {
    YamlNode target = node.resolved();
    if (isNull(target) || isTemplate(node)) {
      return;
    }
    if (shape instanceof Struct struct) {
      checkStruct(node, target, struct);
    } else if (shape instanceof ListOf list) {
      checkList(node, target, list);
    } else if (shape instanceof MapOf map) {
      checkMap(node, target, map);
    } else if (shape instanceof Flag) {
      require(Scalars.isFlag(target), node, shape);
    } else if (shape instanceof Text text) {
      checkText(node, text);
    } else if (shape instanceof Url && checkText(node, shape)) {
      checkUrl(node);
    } else if (shape instanceof Base64 base64 && checkText(node, base64)) {
      checkBase64(node);
    }
  }

  private static boolean isNull(YamlNode node) {
    return node instanceof YamlScalar s && s.kind() == ScalarKind.NULL;
  }

  /** An unquoted Jinja or Go template is a flow mapping to YAML; it is a placeholder to us. */
  private boolean isTemplate(YamlNode node) {
    return node instanceof YamlMapping m && m.flow() && report.startsWith("{{", node);
  }

  private void checkStruct(YamlNode node, YamlNode target, Struct struct) {
    if (!(target instanceof YamlMapping mapping)) {
      require(false, node, struct);
      return;
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      if (!checkKey(entry.key())) {
        continue;
      }
      String key = entry.keyText();
      Shape field = key == null ? null : struct.fields().get(key);
      if (field != null) {
        check(entry.value(), field);
      }
    }
  }

  private void checkList(YamlNode node, YamlNode target, ListOf list) {
    if (!(target instanceof YamlSequence sequence)) {
      require(false, node, list);
      return;
    }
    for (YamlNode item : sequence.items()) {
      check(item, list.item());
    }
  }

  private void checkMap(YamlNode node, YamlNode target, MapOf map) {
    if (!(target instanceof YamlMapping mapping)) {
      require(false, node, map);
      return;
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      boolean merge = entry.key() instanceof YamlScalar s && s.kind() == ScalarKind.MERGE;
      if (!merge && checkKey(entry.key())) {
        check(entry.value(), map.value());
      }
    }
  }

  private boolean checkKey(YamlNode key) {
    boolean ok = Scalars.isText(key, version);
    require(ok, key, new Text(false));
    return ok;
  }

  private boolean checkText(YamlNode node, Shape shape) {
    boolean ok = Scalars.isText(node, version);
    require(ok, node, shape);
    if (ok && shape.secretive()) {
      report.secret(node);
    }
    return ok;
  }

  private void require(boolean fits, YamlNode node, Shape shape) {
    if (fits) {
      return;
    }
    if (shape.secretive()) {
      report.secret(node);
    }
    String problem = wording.cannotDecode(node, shape.goType(), shape.secretive());
    report.add(
        LoadRules.WRONG_TYPE
            .finding(report.span(node), TypeAdvice.message(node.resolved(), shape))
            .withHelp(TypeAdvice.help(node.resolved(), shape))
            .withUpstream("line " + report.line(node) + ": " + problem));
  }

  private void checkUrl(YamlNode node) {
    String text = Scalars.text(node);
    if (text.isEmpty() || Placeholders.in(text)) {
      return;
    }
    if (urls.parse(text) instanceof UrlParse.Failed failed) {
      report.add(UrlAdvice.badUrl(report.span(node), text, failed, report.line(node)));
    }
  }

  private void checkBase64(YamlNode node) {
    String text = Scalars.text(node);
    if (text.equals(REDACTED) || Placeholders.in(text)) {
      return;
    }
    if (GoBase64.decode(text) instanceof GoBase64.Corrupt corrupt) {
      boolean lined = TalosChange.REGISTRY_DOCUMENTS.in(version);
      report.add(
          LoadRules.BAD_BASE64
              .finding(report.span(node), Base64Advice.message(text))
              .withHelp(Base64Advice.help(text))
              .withUpstream(
                  lined ? "line " + report.line(node) + ": " + corrupt.text() : corrupt.text()));
    }
  }
}
