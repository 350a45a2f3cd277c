package dev.regwright.containerd;

import static dev.regwright.source.Severity.ERROR;
import static dev.regwright.source.Severity.INFO;
import static dev.regwright.source.Severity.WARNING;
import static dev.regwright.source.Stage.ADVICE;
import static dev.regwright.source.Stage.LOAD;
import static dev.regwright.source.Stage.PULL;

import dev.regwright.source.Finding;
import dev.regwright.source.RuleInfo;
import dev.regwright.source.Span;
import java.util.List;

/** What containerd says, or silently does, with its registry configuration. */
public final class ContainerdRules {
  static final RuleInfo ENCODING =
      new RuleInfo("toml-encoding", "The file is not the text containerd expects", ERROR, LOAD);
  static final RuleInfo SYNTAX = new RuleInfo("toml-syntax", "The file is not TOML", ERROR, LOAD);
  static final RuleInfo DUPLICATE =
      new RuleInfo("toml-duplicate", "A table or key is defined twice", ERROR, LOAD);
  static final RuleInfo WRONG_TYPE =
      new RuleInfo("toml-wrong-type", "The value has a type containerd does not take", ERROR, LOAD);
  static final RuleInfo NO_HOST_TABLE =
      new RuleInfo(
          "hosts-no-host-table", "This containerd drops a file without a host table", ERROR, LOAD);
  static final RuleInfo BAD_URL =
      new RuleInfo("hosts-bad-url", "The host's URL does not parse", ERROR, LOAD);
  static final RuleInfo UNKNOWN_CAPABILITY =
      new RuleInfo(
          "hosts-unknown-capability", "containerd does not know the capability", ERROR, LOAD);
  static final RuleInfo BAD_DURATION =
      new RuleInfo("hosts-bad-duration", "The duration does not parse", ERROR, LOAD);
  static final RuleInfo IGNORED_HOST =
      new RuleInfo("hosts-ignored-host", "containerd never asks this host", ERROR, PULL);
  static final RuleInfo BROKEN_HOST =
      new RuleInfo("hosts-broken-host", "containerd cannot ask this host", ERROR, PULL);
  static final RuleInfo REPEATED_HOST =
      new RuleInfo("hosts-repeated-host", "containerd asks this host twice", WARNING, PULL);
  static final RuleInfo IGNORED_KEY =
      new RuleInfo("hosts-ignored-key", "containerd silently ignores this key", WARNING, PULL);
  static final RuleInfo URL_PARTS =
      new RuleInfo("hosts-url-parts", "containerd drops parts of the URL", WARNING, PULL);
  static final RuleInfo HTTPS_FIRST =
      new RuleInfo(
          "hosts-https-first", "containerd asks a plain HTTP host over HTTPS first", WARNING, PULL);
  static final RuleInfo HUB_WEBSITE =
      new RuleInfo(
          "hosts-dockerhub-website",
          "The host is Docker Hub's web site and no registry",
          ERROR,
          PULL);
  static final RuleInfo CAPABILITIES =
      new RuleInfo(
          "hosts-capabilities",
          "The host may not be asked for everything a pull needs",
          WARNING,
          PULL);
  static final RuleInfo PATH_NEEDS_OVERRIDE =
      new RuleInfo(
          "hosts-path-needs-override",
          "The host's path goes on behind /v2, and override_path is not set",
          ERROR,
          PULL);
  static final RuleInfo OVERRIDE_WITHOUT_PATH =
      new RuleInfo(
          "hosts-override-without-path",
          "override_path is set for a host that has no path",
          ERROR,
          PULL);
  static final RuleInfo CERTIFICATE_PATH =
      new RuleInfo(
          "hosts-certificate-path", "ca or client names no file containerd can use", ERROR, PULL);
  static final RuleInfo UNREADABLE =
      new RuleInfo(
          "hosts-unreadable-file", "Every pull fails because a file cannot be read", ERROR, PULL);
  static final RuleInfo SHADOWED =
      new RuleInfo("hosts-shadowed-directory", "The directory is never looked at", WARNING, PULL);
  static final RuleInfo UNUSED_CERTIFICATE =
      new RuleInfo(
          "hosts-unused-certificate", "A certificate beside hosts.toml is unused", WARNING, PULL);
  static final RuleInfo CRI_MIRRORS_AND_PATH =
      new RuleInfo(
          "cri-mirrors-and-config-path",
          "The CRI plugin does not start with both mirrors and config_path",
          ERROR,
          LOAD);
  static final RuleInfo CRI_PATH_LIST =
      new RuleInfo("cri-config-path-list", "config_path names several directories", WARNING, PULL);
  static final RuleInfo CRI_SECTION =
      new RuleInfo("cri-wrong-section", "This containerd ignores the plugin section", ERROR, PULL);
  static final RuleInfo CRI_VERSION =
      new RuleInfo(
          "cri-config-version", "This containerd does not start with the version", ERROR, LOAD);
  static final RuleInfo CRI_IGNORED_KEY =
      new RuleInfo("cri-ignored-key", "The CRI plugin ignores this key", WARNING, PULL);
  static final RuleInfo CRI_CREDENTIAL_HOST =
      new RuleInfo(
          "cri-credential-host", "The credentials have a name no request has", WARNING, PULL);
  static final RuleInfo CRI_DEPRECATED =
      new RuleInfo("cri-deprecated", "The setting is deprecated", INFO, ADVICE);

  /** All of them, in the order containerd would come upon them. */
  public static final List<RuleInfo> ALL =
      List.of(
          ENCODING,
          SYNTAX,
          DUPLICATE,
          WRONG_TYPE,
          NO_HOST_TABLE,
          BAD_URL,
          UNKNOWN_CAPABILITY,
          BAD_DURATION,
          IGNORED_HOST,
          BROKEN_HOST,
          REPEATED_HOST,
          IGNORED_KEY,
          URL_PARTS,
          HTTPS_FIRST,
          HUB_WEBSITE,
          CAPABILITIES,
          PATH_NEEDS_OVERRIDE,
          OVERRIDE_WITHOUT_PATH,
          CERTIFICATE_PATH,
          UNREADABLE,
          SHADOWED,
          UNUSED_CERTIFICATE,
          CRI_MIRRORS_AND_PATH,
          CRI_PATH_LIST,
          CRI_SECTION,
          CRI_VERSION,
          CRI_IGNORED_KEY,
          CRI_CREDENTIAL_HOST,
          CRI_DEPRECATED);

  /** The id of what is said of files that cannot be read. */
  public static final String UNREADABLE_FILE = UNREADABLE.id();

  /** The id of what is said of names that stand for no file. */
  public static final String BAD_CERTIFICATE_PATH = CERTIFICATE_PATH.id();

  /** The id of what is said of directories that are never looked at. */
  public static final String SHADOWED_DIRECTORY = SHADOWED.id();

  private ContainerdRules() {}

  /** Says that a directory, or a file in it, is never looked at. */
  public static Finding shadowed(Span span, String message, String help) {
    return SHADOWED.finding(span, message).withHelp(help);
  }
}
