package dev.regwright.containerd;

import dev.regwright.source.Finding;
import dev.regwright.toml.TomlArray;
import dev.regwright.toml.TomlScalar;
import dev.regwright.toml.TomlTable;
import dev.regwright.toml.TomlValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds values that go-toml cannot decode into containerd's structures. */
final class HostTypes {
  private final HostsReport report;
  private final Behaviour behaviour;
  private final GoTomlWords words;
  private final List<Finding> wrong = new ArrayList<>();

  HostTypes(HostsReport report, Behaviour behaviour) {
    this.report = report;
    this.behaviour = behaviour;
    this.words = new GoTomlWords(behaviour, report.source().text());
  }

  /** What does not fit, in the order in which it was looked at. */
  List<Finding> wrong() {
    return wrong;
  }

  /** The tables of the hosts by their names, their types and those of the top checked. */
  Map<String, HostFields> check(HostFields root) {
    checkFields(root);
    Map<String, HostFields> hosts = new LinkedHashMap<>();
    for (TomlTable table : root.hosts()) {
      for (TomlTable.Entry entry : table.entries()) {
        if (entry.value() instanceof TomlTable host) {
          HostFields fields = HostFields.of(host, behaviour, false);
          checkFields(fields);
          hosts.put(entry.key().text(), fields);
        } else {
          notAHost(table, entry);
        }
      }
    }
    return hosts;
  }

  private void notAHost(TomlTable hosts, TomlTable.Entry entry) {
    boolean misplaced = HostAdvice.isKey(entry.key().text());
    boolean panics = behaviour.first() && hosts.entries().size() > 1;
    String message =
        "everything in the table host must be a host, and so a table"
            + (panics ? "; containerd crashes on this file" : "");
    wrong.add(
        panics ? 0 : wrong.size(), // it sorts the hosts before it decodes them
        ContainerdRules.WRONG_TYPE
            .finding(report.span(HostsReport.range(entry.key())), message)
            .withHelp(
                misplaced
                    ? "move it to the top of the file or into a table [host.\"https://…\"]"
                    : "write it as [host.\"https://…\"]")
            .withUpstream(panics ? null : words.hostMismatch(hosts, entry)));
  }

  private void checkFields(HostFields fields) {
    fields
        .known()
        .forEach((key, entries) -> entries.forEach(entry -> checkField(fields, key, entry)));
  }

  private void checkField(HostFields fields, HostKey key, TomlTable.Entry entry) {
    if (!fits(key, entry.value())) {
      TextRange at = HostsReport.range(entry.value());
      add(key, at, entry.value(), words.mismatch(fields, key, entry));
    } else if (key == HostKey.CAPABILITIES) {
      checkItems(fields, entry);
    }
  }

  private static boolean fits(HostKey key, TomlValue value) {
    return switch (key) {
      case CAPABILITIES -> value instanceof TomlArray array && !array.ofHeaders();
      case CA, CLIENT -> true;
      case SKIP_VERIFY, OVERRIDE_PATH -> is(value, TomlScalar.Kind.BOOLEAN);
      case HEADER, HOST -> value instanceof TomlTable;
      case DIAL_TIMEOUT, SERVER -> is(value, TomlScalar.Kind.STRING);
    };
  }

  private static boolean is(TomlValue value, TomlScalar.Kind kind) {
    return value instanceof TomlScalar scalar && scalar.kind() == kind;
  }

  private void checkItems(HostFields fields, TomlTable.Entry entry) {
    for (TomlValue item : ((TomlArray) entry.value()).items()) {
      if (!is(item, TomlScalar.Kind.STRING)) {
        add(
            HostKey.CAPABILITIES,
            HostsReport.range(item),
            item,
            words.itemMismatch(fields, entry, item));
      }
    }
  }

  private void add(HostKey key, TextRange at, TomlValue value, @Nullable String upstream) {
    boolean quotedFlag =
        key.kind().equals("bool")
            && value instanceof TomlScalar s
            && (s.text().equals("true") || s.text().equals("false"));
    wrong.add(
        ContainerdRules.WRONG_TYPE
            .finding(
                report.span(at),
                key.key() + " must be " + key.wanted() + ", and this is " + described(value))
            .withHelp(quotedFlag ? "remove the quotes" : null)
            .withUpstream(upstream));
  }

  private static String described(TomlValue value) {
    if (value instanceof TomlScalar scalar) {
      return switch (scalar.kind()) {
        case STRING -> "a string";
        case INTEGER, FLOAT -> "a number";
        case BOOLEAN -> "true or false";
        case TIME -> "a date or time";
      };
    }
    return value instanceof TomlArray ? "a list" : "a table";
  }
}
