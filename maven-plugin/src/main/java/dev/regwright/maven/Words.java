package dev.regwright.maven;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the words of a POM where messages of the library speak of the command line's options. */
final class Words {
  private static final Pattern OPTION = Pattern.compile("(?<![\\w/.-])--?[a-z][a-z-]*(?![\\w-])");

  private static final Map<String, String> ELEMENTS =
      Map.ofEntries(
          Map.entry("--talos", "<talosVersion>"),
          Map.entry("--containerd", "<containerdVersion>"),
          Map.entry("--mode", "<mode>"),
          Map.entry("--config", "<configs>"),
          Map.entry("--patch", "<patches>"),
          Map.entry("--format", "<formats>"),
          Map.entry("--fail-on", "<failOn>"),
          Map.entry("--baseline", "<baseline>"),
          Map.entry("--write-baseline", "-Dregwright.writeBaseline"),
          Map.entry("--select", "<select>"),
          Map.entry("--ignore", "<ignore>"),
          Map.entry("--to", "<to>"),
          Map.entry("--from", "<from>"),
          Map.entry("-o", "<outputDirectory>"),
          Map.entry("--in-place", "<inPlace>"),
          Map.entry("--as-patch", "<asPatch>"),
          Map.entry("--allow-lossy", "<allowLossy>"),
          Map.entry("--profile", "<profile>"),
          Map.entry("--cri-part", "<criPart>"),
          Map.entry("--image-cache", "<imageCache>"),
          Map.entry("--hosts-root", "<hostsRoot>"),
          Map.entry("--prune", "<prune>"),
          Map.entry("--mirror", "<mirrors>"),
          Map.entry("--override-path", "<overridePath>"),
          Map.entry("--preset", "<preset>"),
          Map.entry("--host", "<host>"),
          Map.entry("--upstream", "<upstreams>"),
          Map.entry("--option", "<presetOptions>"),
          Map.entry("--username", "<username>"),
          Map.entry("--password-env", "<passwordEnv>"),
          Map.entry("--auth-host", "<authHost>"),
          Map.entry("--ca", "<ca>"),
          Map.entry("--client-cert", "<clientCertificate>"),
          Map.entry("--client-key", "<clientKey>"),
          Map.entry("--insecure-skip-verify", "<insecureSkipVerify>"),
          Map.entry("--skip-fallback", "<skipFallback>"),
          Map.entry("--what-if", "<whatIf>"),
          Map.entry("--images-from", "<imagesFrom>"));

  private Words() {}

  /** All that options are called. */
  static Collection<String> elements() {
    return ELEMENTS.values();
  }

  /** A message in the words of a POM. */
  static String of(String message) {
    String told =
        message
            .replace("REGWRIGHT_OPTS=", "MAVEN_OPTS=")
            .replace("regwright rules", "mvn regwright:rules");
    Matcher matcher = OPTION.matcher(told);
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String option = matcher.group();
      matcher.appendReplacement(
          text, Matcher.quoteReplacement(ELEMENTS.getOrDefault(option, option)));
    }
    return matcher.appendTail(text).toString();
  }
}
