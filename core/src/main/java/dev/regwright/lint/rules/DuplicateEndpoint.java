package dev.regwright.lint.rules;

import dev.regwright.lint.EntryWords;
import dev.regwright.lint.Rule;
import dev.regwright.lint.Subject;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.Placeholders;
import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Severity;
import dev.regwright.source.Stage;
import dev.regwright.talos.EndpointEntry;
import dev.regwright.talos.Field;
import dev.regwright.talos.MirrorEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An endpoint listed twice in one mirror: Talos writes the same table twice into {@code
 * hosts.toml}, which is no TOML, and containerd then does without the file. Endpoints that only
 * mean the same ({@code https://a} and {@code https://a/}) are merely tried twice.
 */
final class DuplicateEndpoint implements Rule {
  private static final RuleInfo INFO =
      new RuleInfo(
          "duplicate-endpoint",
          "The mirror lists the same endpoint twice",
          Severity.ERROR,
          Stage.PULL);

  /** {@code RegistrydListenAddress}: the image cache of each node, once it is ready. */
  private static final String IMAGE_CACHE = "http://127.0.0.1:3172";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(Subject subject, Consumer<Finding> out) {
    for (MirrorEntry mirror : subject.mirrors()) {
      List<EndpointEntry> tables = tables(mirror);
      if (tables.size() > 1 || subject.imageCache()) {
        check(subject, mirror, tables, out);
      }
    }
  }

  private static void check(
      Subject subject, MirrorEntry mirror, List<EndpointEntry> tables, Consumer<Finding> out) {
    Map<String, Field<String>> seen = new HashMap<>();
    for (EndpointEntry endpoint : tables) {
      Field<String> url = endpoint.url();
      if (url != null && !Placeholders.in(url.value())) {
        String table = table(mirror, endpoint, url);
        Field<String> first = seen.putIfAbsent(table, url);
        if (first != null) {
          out.accept(
              finding(subject, mirror, url, table, "endpoint twice")
                  .withRelated(subject.span(first.node()), "the first one"));
        } else if (subject.imageCache() && table.equals(IMAGE_CACHE)) {
          out.accept(
              finding(
                  subject, mirror, url, table, "endpoint twice, and the image cache adds this"));
        }
      }
    }
  }

  /** With skipFallback the last endpoint becomes the file's {@code server} and has no table. */
  private static List<EndpointEntry> tables(MirrorEntry mirror) {
    List<EndpointEntry> all = mirror.endpoints();
    return mirror.skipsFallback() && !all.isEmpty() ? all.subList(0, all.size() - 1) : all;
  }

  /** Documents hold parsed URLs, which Talos writes anew; legacy endpoints are written as is. */
  private static String table(MirrorEntry mirror, EndpointEntry endpoint, Field<String> url) {
    EndpointUrl parsed = endpoint.parsed();
    return mirror.legacy() || parsed == null ? url.value() : parsed.goString();
  }

  private static Finding finding(
      Subject subject, MirrorEntry mirror, Field<String> url, String table, String what) {
    boolean secret = table.indexOf('@') >= 0 || table.indexOf('?') >= 0;
    boolean known = subject.target().containerd().major() > 1; // others word it differently
    return INFO.finding(
            subject.span(url.node()),
            "pods pull from "
                + EntryWords.upstream(mirror)
                + (mirror.skipsFallback() ? " in spite of skipFallback" : "")
                + " and never from this mirror: containerd drops a hosts.toml with an "
                + what)
        .withHelp("remove this one; Talos's own pulls merely ask it twice")
        .withUpstream(known && !secret ? "toml: table " + table + " already exists" : null);
  }
}
