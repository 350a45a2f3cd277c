package dev.regwright.e2e;

import static dev.regwright.e2e.Scenario.HUB_IMAGE;
import static dev.regwright.e2e.Scenario.files;
import static dev.regwright.e2e.Scenario.hub;
import static dev.regwright.e2e.Scenario.talos;

import java.util.List;

/** What real containerd is asked to do. */
final class Scenarios {
  private static final String MIRROR = "apiVersion: v1alpha1\nkind: RegistryMirrorConfig\nname: ";
  private static final String TLS = "---\napiVersion: v1alpha1\nkind: RegistryTLSConfig\nname: ";
  private static final String CA = "\nca: |-\n${ca-indented}\n";
  private static final String IDENTITY =
      "clientIdentity:\n    cert: |-\n${cert-indented}\n    key: |-\n${key-indented}\n";
  private static final String TEAM_IMAGE = "reg.test:7000/team/app:1";

  private Scenarios() {}

  static final List<Scenario> FILES =
      List.of(
          files("nothing configured", HUB_IMAGE),
          files("nothing configured, with a port", TEAM_IMAGE),
          hub("one mirror", "[host.\"http://${plain}\"]\n"),
          hub("server of one's own", "server = \"http://${plain}\"\n[host]\n"),
          hub("server alone, refused before 1.7.32", "server = \"http://${plain}\"\n"),
          hub(
              "mirror down, then a good one",
              "[host.\"http://${down}\"]\n[host.\"http://${plain}\"]\n"),
          hub(
              "mirror without the image, then a good one",
              "[host.\"http://${empty}\"]\n[host.\"http://${plain}\"]\n"),
          hub("mirror without the image", "[host.\"http://${empty}\"]\n"),
          hub("mirror wants a password", "[host.\"http://${auth}\"]\n"),
          hub(
              "password in a header",
              "[host.\"http://${auth}\".header]\nauthorization = \"${authorization}\"\n"),
          hub("pull-through cache", "[host.\"http://${cache}\"]\n"),
          hub("TLS without its authority", "[host.\"https://${tls}\"]\n"),
          hub("TLS with its authority", "[host.\"https://${tls}\"]\nca = \"ca.crt\"\n"),
          hub(
              "TLS with a list of authorities",
              "[host.\"https://${tls}\"]\nca = [\"${dir}/docker.io/ca.crt\"]\n"),
          hub("TLS unchecked", "[host.\"https://${tls}\"]\nskip_verify = true\n"),
          hub("authority missing", "[host.\"https://${tls}\"]\nca = \"missing.crt\"\n"),
          hub("authority is no certificate", "[host.\"https://${tls}\"]\nca = \"hosts.toml\"\n"),
          hub(
              "client certificate",
              "[host.\"https://${mtls}\"]\nca = \"ca.crt\"\nclient = [[\"client.crt\", \"client.key\"]]\n"),
          hub("client certificate missing", "[host.\"https://${mtls}\"]\nca = \"ca.crt\"\n"),
          hub(
              "client as a flat list",
              "[host.\"https://${mtls}\"]\nca = \"ca.crt\"\nclient = [\"client.crt\", \"client.key\"]\n"),
          hub("http to a TLS port", "[host.\"http://${tls}\"]\n"),
          hub("https to a plain port", "[host.\"https://${plain}\"]\nskip_verify = true\n"),
          hub(
              "path with override",
              "[host.\"http://${plain}/v2/proxy-docker.io\"]\noverride_path = true\n"),
          hub(
              "path with override and a slash",
              "[host.\"http://${plain}/v2/proxy-docker.io/\"]\noverride_path = true\n"),
          hub("path without override", "[host.\"http://${plain}/v2/proxy-docker.io\"]\n"),
          hub("prefix", "[host.\"http://${prefix}/harbor/dockerhub\"]\n"),
          hub("prefix with v2", "[host.\"http://${prefix}/harbor/dockerhub/v2\"]\n"),
          hub(
              "prefix with override",
              "[host.\"http://${prefix}/harbor/dockerhub\"]\noverride_path = true\n"),
          hub(
              "capabilities in upper case",
              "[host.\"http://${plain}\"]\ncapabilities = [\"PULL\", \"Resolve\"]\n"),
          hub("pull without resolve", "[host.\"http://${plain}\"]\ncapabilities = [\"pull\"]\n"),
          hub(
              "unknown capability",
              "[host.\"http://${plain}\"]\ncapabilities = [\"pull\", \"teleport\"]\n"),
          hub(
              "referrers",
              "[host.\"http://${plain}\"]\ncapabilities = [\"pull\", \"resolve\", \"referrers\"]\n"),
          hub("unclosed string", "[host.\"http://${plain}]\n"),
          hub("same host twice", "[host.\"http://${plain}\"]\n[host.\"http://${plain}\"]\n"),
          hub("wrong type", "[host.\"http://${plain}\"]\nskip_verify = \"true\"\n"),
          hub("misspelt key", "[host.\"http://${plain}\"]\ncapabilites = [\"pull\"]\n"),
          hub("dotted form", "host.\"http://${plain}\".capabilities = [\"pull\", \"resolve\"]\n"),
          hub(
              "inline form",
              "host = {\"http://${plain}\" = {capabilities = [\"pull\", \"resolve\"]}}\n"),
          hub(
              "windows line ends",
              "[host.\"http://${plain}\"]\r\ncapabilities = [\"pull\", \"resolve\"]\r\n"),
          hub("byte order mark", "\uFEFF[host.\"http://${plain}\"]\n"),
          hub("no scheme", "[host.\"${plain}\"]\n"),
          hub("empty file", ""),
          files(
              "everything's mirror",
              HUB_IMAGE,
              "_default/hosts.toml",
              "[host.\"http://${plain}\"]\n"),
          files(
              "own directory hides the default",
              HUB_IMAGE,
              "_default/hosts.toml",
              "[host.\"http://${plain}\"]\n",
              "docker.io/note.txt",
              "nothing\n"),
          files(
              "directory with a port",
              TEAM_IMAGE,
              "reg.test_7000_/hosts.toml",
              "[host.\"http://${plain}\"]\n"),
          files(
              "directory with a colon",
              TEAM_IMAGE,
              "reg.test:7000/hosts.toml",
              "[host.\"http://${plain}\"]\n"),
          files(
              "directory without the port",
              TEAM_IMAGE,
              "reg.test/hosts.toml",
              "[host.\"http://${plain}\"]\n"));

  static final List<Scenario> TALOS =
      List.of(
          talos(
              "Talos: one mirror",
              HUB_IMAGE,
              MIRROR + "docker.io\nendpoints:\n    - url: http://${plain}\n"),
          talos(
              "Talos: no fallback",
              HUB_IMAGE,
              MIRROR + "docker.io\nendpoints:\n    - url: http://${empty}\nskipFallback: true\n"),
          talos(
              "Talos: two mirrors, no fallback",
              HUB_IMAGE,
              MIRROR
                  + "docker.io\nendpoints:\n    - url: http://${down}\n    - url: http://${plain}\nskipFallback: true\n"),
          talos(
              "Talos: everything's mirror",
              TEAM_IMAGE,
              MIRROR + "\"*\"\nendpoints:\n    - url: http://${plain}\n"),
          talos(
              "Talos: path with override",
              HUB_IMAGE,
              MIRROR
                  + "docker.io\nendpoints:\n    - url: http://${plain}/v2/proxy-docker.io\n      overridePath: true\n"),
          talos(
              "Talos: path without override",
              HUB_IMAGE,
              MIRROR + "docker.io\nendpoints:\n    - url: http://${plain}/v2/proxy-docker.io\n"),
          talos(
              "Talos: own authority",
              HUB_IMAGE,
              MIRROR + "docker.io\nendpoints:\n    - url: https://${tls}\n" + TLS + "${tls}" + CA),
          talos(
              "Talos: client certificate",
              HUB_IMAGE,
              MIRROR
                  + "docker.io\nendpoints:\n    - url: https://${mtls}\n"
                  + TLS
                  + "${mtls}"
                  + CA
                  + IDENTITY),
          talos(
              "Talos: unchecked",
              HUB_IMAGE,
              MIRROR
                  + "docker.io\nendpoints:\n    - url: https://${tls}\n"
                  + TLS
                  + "${tls}\ninsecureSkipVerify: true\n"),
          talos(
              "Talos: http with TLS settings",
              HUB_IMAGE,
              MIRROR
                  + "docker.io\nendpoints:\n    - url: http://${plain}\n"
                  + TLS
                  + "${plain}\ninsecureSkipVerify: true\n"),
          talos(
              "Talos: TLS settings hide everything's mirror",
              TEAM_IMAGE,
              MIRROR
                  + "\"*\"\nendpoints:\n    - url: http://${plain}\n"
                  + TLS
                  + "reg.test:7000\ninsecureSkipVerify: true\n"),
          talos(
              "Talos: exact mirror beside everything's mirror",
              HUB_IMAGE,
              MIRROR
                  + "\"*\"\nendpoints:\n    - url: http://${empty}\n---\n"
                  + MIRROR
                  + "docker.io\nendpoints:\n    - url: http://${cache}\n"),
          talos(
              "Talos: everything's mirror beside an exact one",
              TEAM_IMAGE,
              MIRROR
                  + "\"*\"\nendpoints:\n    - url: http://${plain}\n---\n"
                  + MIRROR
                  + "docker.io\nendpoints:\n    - url: http://${empty}\n"),
          talos(
              "Talos: mirror without endpoints is an exemption",
              HUB_IMAGE,
              MIRROR
                  + "\"*\"\nendpoints:\n    - url: http://${plain}\n---\n"
                  + MIRROR
                  + "docker.io\n"),
          talos(
              "Talos: registry with a port",
              TEAM_IMAGE,
              MIRROR
                  + "reg.test:7000\nendpoints:\n    - url: http://${empty}\n    - url: http://${plain}\n"),
          talos(
              "Talos: three endpoints, no fallback",
              HUB_IMAGE,
              MIRROR
                  + "docker.io\nendpoints:\n    - url: http://${empty}\n    - url: http://${down}\n"
                  + "    - url: http://${cache}\nskipFallback: true\n"),
          talos(
              "Talos: no endpoint has it, no fallback",
              HUB_IMAGE,
              MIRROR
                  + "docker.io\nendpoints:\n    - url: http://${prefix}\n    - url: http://${empty}\n"
                  + "    - url: http://${tls}\nskipFallback: true\n"),
          talos(
              "Talos: no endpoint has it, fallback",
              HUB_IMAGE,
              MIRROR
                  + "docker.io\nendpoints:\n    - url: http://${prefix}\n    - url: http://${empty}\n"),
          talos(
              "Talos: path without v2 and without override",
              HUB_IMAGE,
              MIRROR + "docker.io\nendpoints:\n    - url: http://${prefix}/harbor/dockerhub\n"),
          talos(
              "Talos: path without v2, with override",
              HUB_IMAGE,
              MIRROR
                  + "docker.io\nendpoints:\n    - url: http://${prefix}/harbor/dockerhub\n"
                  + "      overridePath: true\n    - url: http://${plain}\n"),
          talos(
              "Talos: two registries",
              TEAM_IMAGE,
              MIRROR
                  + "docker.io\nendpoints:\n    - url: http://${empty}\n---\n"
                  + MIRROR
                  + "reg.test:7000\nendpoints:\n    - url: http://${plain}\n"),
          talos(
              "Talos: registry with TLS settings and no mirror",
              "${tls}/team/app:1",
              TLS.substring("---\n".length()) + "${tls}" + CA),
          talos(
              "Talos: registry with TLS settings, itself the last endpoint",
              "${mtls}/team/app:1",
              MIRROR
                  + "${mtls}\nendpoints:\n    - url: http://${empty}\n    - url: https://${mtls}\n"
                  + "skipFallback: true\n"
                  + TLS
                  + "${mtls}"
                  + CA
                  + IDENTITY));
}
