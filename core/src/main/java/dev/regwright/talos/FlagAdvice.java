package dev.regwright.talos;

import dev.regwright.model.EndpointUrl;
import dev.regwright.model.Placeholders;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import dev.regwright.source.Finding;
import dev.regwright.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Words the findings about flags. What follows an {@code @} or stands before it is never quoted.
 */
final class FlagAdvice {
  private final UrlRules rules;
  private final Urls urls;

  FlagAdvice(TalosVersion version) {
    this.rules = TalosChange.STRICT_URL_COLONS.in(version) ? UrlRules.GO_1_26 : UrlRules.GO_1_25;
    this.urls = new Urls(version);
  }

  static Finding unclosed(Span span) {
    return FlagRules.MIRROR_FLAG
        .finding(span, "the shell finds no end of what begins here, and runs nothing")
        .withHelp("close the quote or bracket");
  }

  static Finding unknownFlag(Span span, String name) {
    return FlagRules.UNKNOWN_FLAG
        .finding(span, "talosctl refuses the command: it has no flag --" + name)
        .withHelp(
            "generate a RegistryTLSConfig with insecureSkipVerify and give it as --config-patch")
        .withUpstream("unknown flag: --" + name);
  }

  static Finding oneDash(Span span, String name) {
    return FlagRules.UNKNOWN_FLAG
        .finding(span, "talosctl takes this for the one-letter flag -r, which it does not have")
        .withHelp("write --" + name + ", with two dashes")
        .withUpstream("unknown shorthand flag: 'r' in -" + name);
  }

  static Finding noValue(Span span, String name) {
    return FlagRules.MIRROR_FLAG
        .finding(span, "talosctl refuses the command: the flag has no value")
        .withUpstream("flag needs an argument: --" + name);
  }

  Finding badValue(Span span, String name, String value, String failure) {
    return FlagRules.MIRROR_FLAG
        .finding(span, "talosctl refuses the flag, whose value is read as CSV: " + failure)
        .withHelp(
            failure.equals("EOF")
                ? "write name=URL"
                : "put the quotes around a whole name=URL, and double those inside")
        .withUpstream(
            "invalid argument " + quoted(value) + " for \"--" + name + "\" flag: " + failure);
  }

  Finding badSpec(Span span, String text) {
    String help = "write name=URL";
    if (text.isEmpty()) {
      help = "remove the comma that nothing follows or stands before";
    } else if (text.contains("://")) {
      help =
          "a comma begins the next mirror: repeat the name, as in docker.io=https://a,docker.io=https://b;"
              + " a URL with a comma needs quotes around the whole name=URL inside the shell's own";
    }
    return FlagRules.MIRROR_FLAG
        .finding(span, "talosctl refuses the flag: there is no = in this mirror")
        .withHelp(help)
        .withUpstream("invalid registry mirror spec: " + quoted(text));
  }

  /** What Talos says about a TLS document without a name. */
  Optional<Finding> insecure(String host, Span span) {
    return host.isEmpty() ? Optional.of(noName(span, "RegistryTLSConfig")) : Optional.empty();
  }

  /**
   * What Talos says about the endpoint a flag makes.
   *
   * @param index how many endpoints the mirror has already
   * @param contract the version whose form is written; before documents nothing was checked
   */
  List<Finding> mirror(FlagSpec.Mirror spec, int index, TalosVersion contract) {
    List<Finding> findings = new ArrayList<>();
    if (!TalosChange.REGISTRY_DOCUMENTS.in(contract)) {
      return findings;
    }
    if (spec.name().isEmpty()) {
      findings.add(noName(spec.span(), "RegistryMirrorConfig"));
    }
    if (spec.url().isEmpty()) {
      findings.add(
          LoadRules.ENDPOINT_URL_REQUIRED
              .finding(spec.span(), "Talos refuses the configuration: the endpoint has no URL")
              .withHelp("write name=URL")
              .withUpstream("endpoints[" + index + "].url must be specified"));
    } else if (!Placeholders.in(spec.url())) {
      url(spec, index).ifPresent(findings::add);
    }
    return findings;
  }

  private static Finding noName(Span span, String kind) {
    return LoadRules.NAME_REQUIRED
        .finding(span, "Talos refuses the configuration: this makes a " + kind + " without a name")
        .withUpstream("name must be specified");
  }

  private Optional<Finding> url(FlagSpec.Mirror spec, int index) {
    UrlParse parse = urls.parse(spec.url());
    if (parse instanceof UrlParse.Failed failed) {
      Finding finding = UrlAdvice.badUrl(spec.urlSpan(), spec.url(), failed, 0);
      String upstream = finding.upstream();
      String cause = upstream == null ? "" : upstream.substring(upstream.indexOf("parse "));
      return Optional.of(
          finding.withUpstream(
              "failed to generate registry configs: failed to parse registry mirror endpoint "
                  + quoted(spec.url())
                  + ": "
                  + cause));
    }
    EndpointUrl url = ((UrlParse.Ok) parse).url();
    if (url.scheme().equals("http") || url.scheme().equals("https")) {
      return Optional.empty();
    }
    return Optional.of(
        LoadRules.ENDPOINT_SCHEME
            .finding(
                spec.urlSpan(),
                "Talos refuses the configuration: the URL has "
                    + (url.scheme().isEmpty()
                        ? "no scheme"
                        : "the scheme " + KeyAdvice.quotable(url.scheme()))
                    + ", and it takes http and https only")
            .withHelp("begin the URL with https:// or http://")
            .withUpstream(
                "endpoints["
                    + index
                    + "].url has unsupported scheme: "
                    + rules.quote(url.scheme())));
  }

  private String quoted(String text) {
    return text.indexOf('@') >= 0 ? "\"…\"" : rules.quote(text);
  }
}
