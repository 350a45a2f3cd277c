package dev.regwright.convert;

import dev.regwright.talos.FlagLoss.Part;
import dev.regwright.talos.TalosDocument;
import dev.regwright.talos.TalosFile;
import dev.regwright.yaml.YamlAlias;
import dev.regwright.yaml.YamlMapping;
import dev.regwright.yaml.YamlNode;
import dev.regwright.yaml.YamlScalar;
import dev.regwright.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the lines of registry configuration in a file, in its order. Aliases are not followed. */
final class Landmarks {
  private final List<Landmark> found = new ArrayList<>();

  private Landmarks() {}

  static List<Landmark> of(TalosFile file) {
    var landmarks = new Landmarks();
    for (TalosDocument document : file.documents()) {
      if (document instanceof TalosDocument.Mirror m) {
        landmarks.document(Part.MIRROR, m.entry().nameText(), m.yaml().root());
      } else if (document instanceof TalosDocument.Auth a) {
        landmarks.document(Part.AUTH, a.entry().nameText(), a.yaml().root());
      } else if (document instanceof TalosDocument.Tls t) {
        landmarks.document(Part.TLS, t.entry().nameText(), t.yaml().root());
      } else if (document instanceof TalosDocument.Machine machine) {
        landmarks.legacy(machine.registries());
      }
    }
    landmarks.found.sort(Comparator.comparingInt(Landmark::start));
    return landmarks.found;
  }

  private void document(Part part, String name, @Nullable YamlNode root) {
    if (!(root instanceof YamlMapping mapping)) {
      return;
    }
    YamlMapping.Entry named = mapping.find("name");
    int label = named == null ? mapping.start() : named.key().start();
    Address whole = Address.of(part, name);
    found.add(new Landmark(whole, mapping.start(), label, mapping.end()));
    for (YamlMapping.Entry entry : mapping.entries()) {
      String key = text(entry.key());
      switch (key) {
        case "apiVersion", "kind", "name" -> add(whole, entry);
        case "endpoints" -> {
          add(whole.field(key), entry);
          endpoints(whole, entry.value());
        }
        default -> fields(whole, entry, key);
      }
    }
  }

  private void legacy(@Nullable YamlNode registries) {
    for (YamlMapping.Entry section : entries(registries)) {
      boolean mirrors = text(section.key()).equals("mirrors");
      for (YamlMapping.Entry entry : entries(section.value())) {
        if (mirrors) {
          mirror(entry);
        } else {
          host(entry);
        }
      }
    }
  }

  private void mirror(YamlMapping.Entry entry) {
    Address whole = Address.of(Part.MIRROR, text(entry.key()));
    add(whole, entry);
    for (YamlMapping.Entry field : entries(entry.value())) {
      String key = text(field.key());
      if (key.equals("endpoints")) {
        add(whole.field(key), field);
        endpoints(whole, field.value());
      } else {
        boolean override = key.equals("overridePath");
        add(override ? whole.item(0).field(key) : whole.field(key), field);
      }
    }
  }

  private void host(YamlMapping.Entry entry) {
    String name = text(entry.key());
    List<YamlMapping.Entry> parts = entries(entry.value());
    for (int i = 0; i < parts.size(); i++) {
      boolean auth = text(parts.get(i).key()).equals("auth");
      Address whole = Address.of(auth ? Part.AUTH : Part.TLS, name);
      if (i == 0) {
        add(whole, entry);
      }
      add(whole, parts.get(i));
      for (YamlMapping.Entry field : entries(parts.get(i).value())) {
        fields(whole, field, text(field.key()));
      }
    }
    if (parts.isEmpty()) {
      add(Address.of(Part.TLS, name), entry);
    }
  }

  private void fields(Address whole, YamlMapping.Entry field, String key) {
    add(whole.field(key), field);
    if (key.equals("clientIdentity")) {
      for (YamlMapping.Entry half : entries(field.value())) {
        String name = text(half.key());
        add(whole.field(name.equals("crt") ? "cert" : name), half);
      }
    }
  }

  private void endpoints(Address whole, YamlNode list) {
    if (!(list instanceof YamlSequence sequence)) {
      return;
    }
    int index = 0;
    for (YamlNode item : sequence.items()) {
      if (item instanceof YamlScalar scalar && scalar.isNull()) {
        continue; // dropped by go-yaml
      }
      Address endpoint = whole.item(index++);
      found.add(new Landmark(endpoint, item.start(), item.end()));
      for (YamlMapping.Entry field : entries(item)) {
        String key = text(field.key());
        if (!key.equals("url")) {
          add(endpoint.field(key), field);
        }
      }
    }
  }

  private void add(Address address, YamlMapping.Entry entry) {
    int end = Math.max(entry.key().end(), entry.value().end());
    found.add(new Landmark(address, entry.key().start(), end));
  }

  private static List<YamlMapping.Entry> entries(@Nullable YamlNode node) {
    return node instanceof YamlMapping mapping ? mapping.entries() : List.of();
  }

  private static String text(YamlNode key) {
    if (key instanceof YamlScalar scalar) {
      return scalar.text();
    }
    return key instanceof YamlAlias alias && alias.resolved() instanceof YamlScalar scalar
        ? scalar.text()
        : "";
  }
}
