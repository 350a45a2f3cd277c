package dev.regwright.model;

/**
 * What changed in Talos, and in which release: the one table behind every "from this version on".
 * Read from the release tags of siderolabs/talos and checked by running them.
 */
public enum TalosChange {
  /** Mirrors are written for containerd as hosts.toml, where {@code *} was forgotten. */
  HOSTS_FILES("1.0.0"),
  /** {@code overridePath} of legacy mirrors; machined appends /v2 as containerd does. */
  OVERRIDE_PATH("1.3.0"),
  /** The mirror {@code *} works for pods too. */
  WILDCARD_MIRROR("1.4.0"),
  /** containerd 2.0.0-rc.4, which forgets credentials of the pause image's mirror … */
  RELEASE_CANDIDATE_CONTAINERD("1.8.0"),
  /** … and 2.0.0, which does not (siderolabs/talos#9642). */
  SANDBOX_PULL_CREDENTIALS("1.8.3"),
  /** {@code skipFallback}; null entries of legacy registries are refused. */
  SKIP_FALLBACK("1.9.0"),
  /** Credentials for docker.io are written for containerd under the host it asks. */
  HUB_CREDENTIALS_FOR_PODS("1.9.6", "1.10.0"),
  /** The flags of {@code talosctl cluster create} are those of {@code cluster create dev}. */
  CLUSTER_CREATE_DEV("1.12.0-alpha.0"),
  /** Validation errors name the document they are about. */
  ERRORS_NAME_DOCUMENT("1.12.0-alpha.1"),
  /** RegistryMirrorConfig, RegistryAuthConfig and RegistryTLSConfig; go-yaml v4 rc.3. */
  REGISTRY_DOCUMENTS("1.12.0-beta.0"),
  /** A RegistryTLSConfig without clientIdentity no longer panics (siderolabs/talos#12571). */
  TLS_WITHOUT_IDENTITY("1.12.2", "1.13.0-alpha.1"),
  /** Empty documents are skipped; load errors name the document and its line. */
  EMPTY_DOCUMENTS("1.12.3", "1.13.0-alpha.1"),
  /** A document without apiVersion is told so. */
  MISSING_API_VERSION_TEXT("1.12.6", "1.13.0-beta.0"),
  /** Go 1.26: more than one colon in a URL's host is an error. */
  STRICT_URL_COLONS("1.13.0-alpha.2"),
  /** go-yaml v4 rc.4: "construct" where earlier errors say "unmarshal"; keys may be long. */
  CONSTRUCT_WORDING("1.13.0-alpha.2"),
  /** Container mode asks for a hostDNS configuration, whatever documents there are. */
  HOST_DNS_DOCUMENT("1.14.0-alpha.0"),
  /** machined asks for referrers too (containerd's capability of that name). */
  MACHINED_REFERRERS("1.13.6", "1.14.0-alpha.2"),
  /** ImageCacheConfig as a document. */
  IMAGE_CACHE_DOCUMENT("1.14.0-alpha.1"),
  /** go-yaml v4 rc.5: plain timestamps are no strings; errors stand on one line. */
  TIMESTAMPS_ARE_NOT_STRINGS("1.14.0-alpha.2"),
  /** The client identity may hold any PEM key; a private key among the certificates is refused. */
  ANY_PEM_KEY("1.14.0-beta.0"),
  /** A configuration without an install section or a control plane is complete. */
  INSTALL_OPTIONAL("1.14.0-beta.0"),
  /** A patch may name one document several times. */
  PATCH_REPEATS_DOCUMENTS("1.14.0-beta.0"),
  /** A patch that deletes an absent document is no mistake; earlier, talosctl panics. */
  PATCH_IGNORES_ABSENT_DOCUMENTS("1.14.0-alpha.2"),
  /** A patch can delete an endpoint by its URL. */
  PATCH_DELETES_BY_URL("1.12.5", "1.13.0-beta.0"),
  /** A patch that deletes within an absent section is told so; earlier, talosctl panics. */
  PATCH_KNOWS_ABSENT_SECTIONS("1.12.2", "1.13.0-alpha.1"),
  /** Secrets in machine.registries are hidden where configuration is shown; a CA no longer is. */
  REDACTS_LEGACY_REGISTRIES("1.13.3", "1.14.0-alpha.1"),
  /** Talos pulls etcd from registry.k8s.io; earlier from gcr.io. */
  ETCD_LEFT_GCR("1.12.0-alpha.2"),
  /** The installer comes from factory.talos.dev; earlier, from ghcr.io. */
  INSTALLER_FROM_FACTORY("1.14.0-alpha.0"),
  /** CRI customization is a document; earlier, a file of the machine configuration. */
  CUSTOMIZATION_DOCUMENT("1.14.0-beta.0"),
  /** CRI is restarted when its own configuration changes; earlier, it waits for a reboot. */
  CRI_RESTARTS("1.14.0-beta.0"),
  /** Paths of certificates in hosts.toml became relative (siderolabs/talos#14021) … */
  RELATIVE_CERTIFICATE_PATHS("1.14.0-beta.0"),
  /** … and absolute again. */
  ABSOLUTE_CERTIFICATE_PATHS("1.14.0-rc.1");

  private final TalosVersion since;
  private final TalosVersion laterLines;

  TalosChange(String since) {
    this(since, since);
  }

  /**
   * A change that was brought into a patch release, after the next minor's first pre-release was
   * out.
   */
  TalosChange(String since, String laterLines) {
    this.since = TalosVersion.of(since);
    this.laterLines = TalosVersion.of(laterLines);
  }

  /** The first release that has it. */
  public TalosVersion since() {
    return since;
  }

  /** The first release of later minors that has it; the same unless it came in a patch release. */
  TalosVersion laterLines() {
    return laterLines;
  }

  /** Whether a release has it. */
  public boolean in(TalosVersion version) {
    boolean sameLine = version.major() == since.major() && version.minor() == since.minor();
    return version.atLeast(sameLine ? since : laterLines);
  }
}
