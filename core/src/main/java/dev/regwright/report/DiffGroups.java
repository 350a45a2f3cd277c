package dev.regwright.report;

import dev.regwright.diff.Comparison;
import dev.regwright.diff.RegistryDiff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Registries whose differences read the same are told once. */
final class DiffGroups {
  /**
   * Registries, or one image.
   *
   * @param title their names
   */
  record Group(String title, List<DiffBlock> blocks) {}

  private DiffGroups() {}

  static List<Group> of(Comparison comparison) {
    Map<List<DiffBlock>, List<RegistryDiff>> byText = new LinkedHashMap<>();
    List<Group> images = new ArrayList<>();
    for (RegistryDiff diff : comparison.registries()) {
      if (diff.same()) {
        continue;
      }
      if (diff.image() != null) {
        images.add(new Group(TraceRow.shown(diff.image()), DiffBlock.of(diff, false)));
      } else {
        byText.computeIfAbsent(DiffBlock.of(diff, true), b -> new ArrayList<>()).add(diff);
      }
    }
    List<Group> groups = new ArrayList<>();
    byText.forEach((blocks, members) -> groups.add(group(blocks, members)));
    groups.addAll(images);
    return groups;
  }

  private static Group group(List<DiffBlock> blocks, List<RegistryDiff> members) {
    List<String> names = new ArrayList<>();
    for (RegistryDiff member : members) {
      names.add(name(member));
    }
    boolean named = members.size() == 1 && !members.get(0).registry().equals("*");
    return new Group(DiffNames.list(names), named ? DiffBlock.of(members.get(0), false) : blocks);
  }

  private static String name(RegistryDiff diff) {
    return diff.registry().equals("*") ? "* (any other registry)" : TraceRow.shown(diff.registry());
  }

  /** The names of those that do not differ. */
  static List<String> same(Comparison comparison) {
    List<String> names = new ArrayList<>();
    for (RegistryDiff diff : comparison.registries()) {
      if (diff.same()) {
        names.add(TraceRow.shown(diff.image() == null ? diff.registry() : diff.image()));
      }
    }
    return names;
  }
}
