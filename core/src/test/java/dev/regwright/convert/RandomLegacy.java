package dev.regwright.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Machine configurations with registries, written in a different way each time. */
final class RandomLegacy {
  private static final String[] NAMES = {
    "docker.io",
    "ghcr.io",
    "'*'",
    "quay.io",
    "registry.example.org:5000",
    "\"[fd00::1]:5000\"",
    "gcr.io"
  };
  private static final String[] URLS = {
    "https://a.example.org",
    "http://192.0.2.1:5000",
    "https://b.example.org/v2/x",
    "https://b.example.org/",
    "https://c.example.org/v2/",
    "\"https://d.example.org//p\"",
    "'http://[fd00::2]:5000'",
    "https://u:p@e.example.org/x?y=1"
  };
  private static final String[] TEXTS = {
    "plain",
    "'it''s'",
    "\"a\\tb\"",
    "0123",
    "yes",
    "\"# no comment\"",
    "a#b",
    "ENC[x,y]",
    "${X}",
    "''"
  };

  private final Random random;
  private final int step;
  private final boolean noisy;
  private final StringBuilder out = new StringBuilder();
  private final List<String> around = new ArrayList<>();
  private int comments;

  private RandomLegacy(Random random) {
    this.random = random;
    this.step = 1 + random.nextInt(4);
    this.noisy = random.nextInt(4) > 0;
  }

  /**
   * A configuration.
   *
   * @param around lines outside its registries, in their order
   */
  record Sample(String text, List<String> around, int comments) {}

  static Sample next(Random random) {
    var sample = new RandomLegacy(random);
    sample.document();
    return new Sample(sample.out.toString(), sample.around, sample.comments);
  }

  private void document() {
    if (maybe()) {
      outside("--- # start");
    }
    if (maybe()) {
      outside("# The config  ");
      outside("version:   v1alpha1");
    }
    boolean others = maybe();
    boolean before = maybe();
    if (others) {
      outside("cluster: {clusterName: c}");
    }
    boolean inMachine = maybe();
    if (inMachine || others) {
      line(0, "machine:");
      if (inMachine && before) {
        outside(" ".repeat(step) + "type:   worker # a");
      }
      registries(step);
      if (inMachine && !before) {
        outside(" ".repeat(step) + "type: \"worker\"  ");
      }
    } else {
      line(0, "machine:");
      registries(step);
    }
    if (maybe()) {
      outside("---");
      outside("apiVersion: v1alpha1");
      outside("kind: HostnameConfig");
      outside("hostname: one");
    }
  }

  private void registries(int indent) {
    line(indent, "registries:");
    int mirrors = random.nextInt(4);
    int hosts = mirrors == 0 ? 1 + random.nextInt(2) : random.nextInt(3);
    int at = random.nextInt(NAMES.length);
    if (mirrors > 0) {
      line(indent + step, "mirrors:");
    }
    for (int i = 0; i < mirrors; i++) {
      mirror(indent + 2 * step, NAMES[(at + i) % NAMES.length]);
    }
    if (hosts > 0) {
      line(indent + step, "config:");
    }
    for (int i = 0; i < hosts; i++) {
      host(indent + 2 * step, NAMES[(at + i) % NAMES.length]);
    }
  }

  private void mirror(int indent, String name) {
    int count = random.nextInt(4);
    if (random.nextInt(4) == 0) {
      var list = new ArrayList<String>();
      for (int i = 0; i < count; i++) {
        list.add("\"" + "https://flow" + i + ".example.org\"");
      }
      line(indent, name + ": {endpoints: " + list + ", skipFallback: " + maybe() + "}");
      return;
    }
    line(indent, name + ":");
    if (maybe()) {
      line(indent + step, "overridePath: " + (maybe() ? "yes" : "false"));
    }
    line(indent + step, count == 0 ? "endpoints: []" : "endpoints:");
    int dash = indent + (maybe() ? step : 2 * step);
    for (int i = 0; i < count; i++) {
      line(dash, "- " + URLS[random.nextInt(URLS.length)]);
    }
    if (maybe()) {
      line(indent + step, "skipFallback: " + maybe());
    }
  }

  private void host(int indent, String name) {
    line(indent, name + ":");
    boolean auth = maybe();
    if (auth) {
      line(indent + step, "auth:");
      line(indent + 2 * step, "username: " + text());
      if (random.nextInt(3) == 0) {
        line(indent + 2 * step, "password: |");
        for (int i = 0; i <= random.nextInt(3); i++) {
          out.append(" ".repeat(indent + 3 * step)).append("# line ").append(i).append('\n');
        }
      } else {
        line(indent + 2 * step, "password: " + text());
      }
    }
    if (!auth || maybe()) {
      line(indent + step, "tls:");
      line(indent + 2 * step, "insecureSkipVerify: " + maybe());
    }
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  private boolean maybe() {
    return random.nextBoolean();
  }

  private void outside(String line) {
    out.append(line).append('\n');
    around.add(line);
  }

  /** A line, with comments and empty lines about it now and then. */
  private void line(int indent, String text) {
    // Above the key machine a comment is outside of what is converted.
    while (noisy && indent > step && random.nextInt(5) == 0) {
      if (maybe()) {
        out.append('\n');
      } else {
        out.append(" ".repeat(indent)).append(comment()).append('\n');
      }
    }
    out.append(" ".repeat(indent)).append(text);
    if (noisy && indent > step && !text.endsWith("|") && random.nextInt(6) == 0) {
      out.append("  ").append(comment());
    }
    out.append('\n');
  }

  private String comment() {
    return "# comment " + comments++ + " é";
  }
}
