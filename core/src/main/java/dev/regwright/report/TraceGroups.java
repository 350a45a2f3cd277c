package dev.regwright.report;

import dev.regwright.trace.Reach;
import dev.regwright.trace.Scenario;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Many images by registry, and how far they go. */
final class TraceGroups {
  private final Map<String, List<Scenario>> byRegistry = new LinkedHashMap<>();
  private final Map<Reach, Integer> totals = new EnumMap<>(Reach.class);
  private int images;

  TraceGroups(List<Scenario> scenarios) {
    for (Scenario scenario : scenarios) {
      images++;
      totals.merge(scenario.reach(), 1, Integer::sum);
      String registry = scenario.trace().registry();
      if (registry != null) {
        byRegistry.computeIfAbsent(registry, r -> new ArrayList<>()).add(scenario);
      }
    }
  }

  /** The images of each registry; what is no image is in none. */
  Map<String, List<Scenario>> byRegistry() {
    return byRegistry;
  }

  /** {@code 12 images: 9 served by a mirror, 3 can leave for their upstream}. */
  String totals() {
    StringBuilder text = new StringBuilder();
    text.append(images).append(images == 1 ? " image" : " images");
    String separator = ": ";
    for (Map.Entry<Reach, Integer> entry : totals.entrySet()) {
      String words = entry.getKey().words();
      boolean several = entry.getValue() > 1;
      words = several ? words.replace("its upstream", "their upstream") : words;
      text.append(separator).append(entry.getValue()).append(' ').append(words);
      separator = ", ";
    }
    return text.toString();
  }

  /** Why an image goes as far as it does, in few words. */
  static String reason(Scenario scenario) {
    Reach pods = Reach.of(scenario.trace().cri(), scenario.cri());
    Reach system =
        scenario.trace().machined() == null
            ? pods
            : Reach.of(scenario.trace().machined(), scenario.machined());
    if (pods != system) {
      return "machined: " + system.words() + "; CRI: " + pods.words();
    }
    return pods == Reach.FAILS ? failure(scenario) : hosts(scenario);
  }

  private static String failure(Scenario scenario) {
    String error = scenario.trace().cri().error();
    if (error == null && scenario.cri() != null) {
      error = scenario.cri().error();
    }
    return TraceRow.shown(error == null ? "no request can be sent" : error);
  }

  private static String hosts(Scenario scenario) {
    if (scenario.cri() != null && scenario.cri().served() != null) {
      return TraceRow.shown(scenario.cri().served().hop().host());
    }
    List<String> hosts = new ArrayList<>();
    scenario.trace().cri().requests().forEach(r -> hosts.add(r.hop().host()));
    return TraceRow.shown(String.join(", ", hosts));
  }
}
