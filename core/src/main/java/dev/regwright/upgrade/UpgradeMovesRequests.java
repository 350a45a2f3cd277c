package dev.regwright.upgrade;

import dev.regwright.diff.Change;
import dev.regwright.diff.Comparison;
import dev.regwright.diff.PullerDiff;
import dev.regwright.diff.RegistryDiff;
import dev.regwright.diff.RequestDiff;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.lint.UpgradeRules;
import dev.regwright.model.Secrets;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Span;
import dev.regwright.talos.EffectiveConfig;
import dev.regwright.talos.EffectiveConfig.Origin;
import dev.regwright.trace.Sources;
import dev.regwright.trace.Tracer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What nodes ask for otherwise after an upgrade, registry by registry, as {@code diff} tells it.
 */
final class UpgradeMovesRequests implements Rule {
  /** So many changes of one puller are told. */
  private static final int TOLD = 4;

  private final List<TalosVersion> releases;

  UpgradeMovesRequests(List<TalosVersion> releases) {
    this.releases = releases;
  }

  @Override
  public RuleInfo info() {
    return UpgradeRules.MOVES_REQUESTS;
  }

  /** A patch is not all there is, so nobody knows what nodes do. */
  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    if (subject.patch()) {
      return;
    }
    EffectiveConfig effective = subject.effective();
    Tracer before = tracer(subject, effective, releases.get(0));
    Map<Span, RegistryDiff> moved = new LinkedHashMap<>();
    for (RegistryDiff registry : differing(before, tracer(subject, effective, last()))) {
      Span span = span(effective, registry.registry());
      if (span != null) {
        moved.put(span, registry);
      }
    }
    if (!moved.isEmpty()) {
      Map<String, TalosVersion> since = since(subject, effective, before);
      moved.forEach(
          (span, registry) ->
              out.accept(
                  finding(
                      span, registry, since.getOrDefault(registry.registry(), last()).release())));
    }
  }

  private TalosVersion last() {
    return releases.get(releases.size() - 1);
  }

  private static Tracer tracer(Subject subject, EffectiveConfig effective, TalosVersion release) {
    Target target = subject.target().withTalos(release);
    return Tracer.ofTalos(effective.config(), target, subject.imageCache(), Sources.NONE);
  }

  private static List<RegistryDiff> differing(Tracer before, Tracer after) {
    List<RegistryDiff> differing =
        new ArrayList<>(Comparison.of(before, after, List.of()).registries());
    differing.removeIf(RegistryDiff::same);
    return differing;
  }

  /** The first release that differs from the one nodes have now, for each registry. */
  private Map<String, TalosVersion> since(
      Subject subject, EffectiveConfig effective, Tracer before) {
    Map<String, TalosVersion> since = new LinkedHashMap<>();
    for (TalosVersion release : releases.subList(1, releases.size())) {
      for (RegistryDiff registry : differing(before, tracer(subject, effective, release))) {
        since.putIfAbsent(registry.registry(), release);
      }
    }
    return since;
  }

  /** Where the file speaks of a registry; null for those it does not name. */
  private static @Nullable Span span(EffectiveConfig effective, String registry) {
    List<@Nullable Origin<?>> origins = new ArrayList<>();
    origins.add(effective.mirror(registry));
    origins.add(effective.auth(registry));
    origins.add(effective.tls(registry));
    for (Origin<?> origin : origins) {
      if (origin != null) {
        return origin.name();
      }
    }
    return null;
  }

  private Finding finding(Span span, RegistryDiff registry, TalosVersion since) {
    String pods = words(registry.cri());
    PullerDiff machined = registry.machined();
    String own = machined == null ? pods : words(machined);
    String name =
        registry.registry().equals("*") ? "registries without a mirror" : registry.registry();
    return UpgradeRules.MOVES_REQUESTS
        .finding(
            span,
            "pulls from "
                + name
                + " change: "
                + RegistryDiff.withoutName(
                    own.equals(pods) ? "each puller " + pods : each(own, pods))
                + " (from Talos "
                + since
                + " on)")
        .withHelp(
            "regwright diff FILE --talos-old "
                + releases.get(0)
                + " --talos-new "
                + last()
                + " shows all requests");
  }

  private static String each(String own, String pods) {
    String forPods = "containerd, for pods, " + pods;
    if (own.isEmpty()) {
      return forPods;
    }
    return "Talos itself " + own + (pods.isEmpty() ? "" : "; " + forPods);
  }

  private static String words(PullerDiff puller) {
    List<String> words = new ArrayList<>();
    if (!Objects.equals(puller.before(), puller.after())) {
      words.add(puller.after() == null ? "no longer fails" : "fails with " + puller.after());
    }
    for (RequestDiff request : puller.requests()) {
      String url = Secrets.withoutUserInfo(request.shown().request().hop().prefix());
      if (request.change() == Change.APPEARS) {
        words.add("asks " + url + " too");
      } else if (request.change() == Change.VANISHES) {
        words.add("no longer asks " + url);
      } else if (request.change() == Change.CHANGES) {
        words.add("asks " + url + " otherwise: " + String.join(", ", request.what()));
      }
    }
    words.addAll(puller.what());
    int left = words.size() - TOLD;
    return String.join(", ", words.subList(0, Math.min(TOLD, words.size())))
        + (left > 0 ? ", and " + left + " more" : "");
  }
}
