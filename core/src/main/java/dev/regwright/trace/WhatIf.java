package dev.regwright.trace;

import dev.regwright.model.ContainerdVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Some hosts answering badly, and what the pullers do then. Every other host has every image.
 *
 * <p>Both pullers use containerd's resolver ({@code core/remotes/docker/resolver.go}, {@code
 * Resolve}): it asks the next host after any error and any status from 400 on, and keeps what came
 * nearest to an answer as the error of the pull. A page with status 200 it takes for the manifest.
 */
public final class WhatIf {
  /** The word for every registry's own host. */
  public static final String UPSTREAM = "upstream";

  private final Map<String, Answer> answers;
  private final ContainerdVersion version;
  private final Set<String> unused = new LinkedHashSet<>();

  /**
   * Supposes answers.
   *
   * @param answers by host and port, by the beginning of a URL, or for {@link #UPSTREAM}
   */
  public WhatIf(Map<String, Answer> answers, ContainerdVersion version) {
    this.answers = new LinkedHashMap<>(answers);
    this.version = version;
    this.unused.addAll(answers.keySet());
  }

  /** What was supposed of no host that any image asked. */
  public Set<String> unused() {
    return Set.copyOf(unused);
  }

  /** What becomes of an image. */
  public Scenario of(Trace trace) {
    PullerTrace machined = trace.machined();
    return new Scenario(
        trace,
        machined == null ? null : outcome(trace.image(), machined),
        outcome(trace.image(), trace.cri()));
  }

  private Outcome outcome(String image, PullerTrace trace) {
    if (trace.error() != null) {
      return new Outcome(List.of(), null, trace.error());
    }
    List<Step> steps = new ArrayList<>();
    Blame blame = new Blame(image, version);
    Request served = null;
    boolean over = false;
    for (Request request : trace.requests()) {
      Answer answer = answer(request);
      if (over || !request.manifest()) {
        steps.add(new Step(request, null, false, ""));
        continue;
      }
      String unsent = request.hop().unsent();
      if (unsent != null) {
        blame.add(Blame.NOTHING, unsent);
        steps.add(new Step(request, null, false, "no request is sent: " + unsent));
      } else if (answer == null) {
        served = request;
        over = true;
        steps.add(new Step(request, null, true, "the image comes from here"));
      } else {
        blame.add(answer, request);
        over = answer == Answer.HTML;
        steps.add(new Step(request, answer, false, words(answer, request.hop())));
      }
    }
    return new Outcome(steps, served, served == null ? blame.error() : null);
  }

  private @Nullable Answer answer(Request request) {
    Hop hop = request.hop();
    for (Map.Entry<String, Answer> entry : answers.entrySet()) {
      String key = entry.getKey();
      boolean named =
          key.equals(hop.host())
              || isBeginning(key, request.url())
              || (key.equals(UPSTREAM) && hop.role() == Role.UPSTREAM);
      if (named) {
        unused.remove(key);
        return entry.getValue();
      }
    }
    return null;
  }

  private static boolean isBeginning(String key, String url) {
    String trimmed = key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
    return trimmed.contains("://") && url.startsWith(trimmed + "/");
  }

  private static String words(Answer answer, Hop hop) {
    return switch (answer) {
      case DOWN ->
          hop.httpFallback()
              ? "answers neither over HTTPS nor over HTTP: the next host is asked"
              : "does not answer: the next host is asked";
      case NOT_FOUND -> "404: the next host is asked";
      case UNAUTHORIZED -> "401, " + refused(hop.auth()) + ": the next host is asked";
      case ERROR -> "500: the next host is asked";
      case HTML -> "the page is taken for the manifest: no other host is asked, the pull fails";
    };
  }

  private static String refused(AuthUse auth) {
    if (auth.trouble() != null) {
      return auth.trouble();
    }
    return auth.kind() == AuthKind.NONE
        ? "and there are no credentials for it"
        : "in spite of the credentials";
  }
}
