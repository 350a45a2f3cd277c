package dev.regwright.model;

/**
 * What changed in Talos, and in which release: the one table behind every "from this version on".
 * Read from the release tags of siderolabs/talos and checked by running them.
 */
public enum TalosChange {
  /** {@code overridePath} of legacy mirrors; machined appends /v2 as containerd does. */
  OVERRIDE_PATH("1.3.0"),
  /** The mirror {@code *} works for pods too. */
  WILDCARD_MIRROR("1.4.0"),
  /** {@code skipFallback}; null entries of legacy registries are refused. */
  SKIP_FALLBACK("1.9.0"),
  /** RegistryMirrorConfig, RegistryAuthConfig and RegistryTLSConfig; errors name the document. */
  REGISTRY_DOCUMENTS("1.12.0"),
  /** A RegistryTLSConfig without clientIdentity no longer panics (siderolabs/talos#12571). */
  TLS_WITHOUT_IDENTITY("1.12.2"),
  /** Empty documents are skipped; load errors name the document and its line. */
  EMPTY_DOCUMENTS("1.12.3"),
  /** A document without apiVersion is told so. */
  MISSING_API_VERSION_TEXT("1.12.6"),
  /** Go 1.26: more than one colon in a URL's host is an error. */
  STRICT_URL_COLONS("1.13.0"),
  /** go-yaml v4 rc.4: "construct" where earlier errors say "unmarshal". */
  CONSTRUCT_WORDING("1.13.0"),
  /** go-yaml v4 rc.6: plain timestamps are no strings; errors stand on one line. */
  TIMESTAMPS_ARE_NOT_STRINGS("1.14.0-beta.0"),
  /** The client identity may hold any PEM key; a private key among the certificates is refused. */
  ANY_PEM_KEY("1.14.0-beta.0"),
  /** ImageCacheConfig as a document. */
  IMAGE_CACHE_DOCUMENT("1.14.0-alpha.1"),
  /** A configuration without an install section is complete. */
  INSTALL_OPTIONAL("1.14.0-beta.0"),
  /** Container mode asks for a hostDNS configuration, whatever documents there are. */
  HOST_DNS_DOCUMENT("1.14.0-beta.0"),
  /** A patch may name one document several times. */
  PATCH_REPEATS_DOCUMENTS("1.14.0-alpha.2");

  private final TalosVersion since;

  TalosChange(String since) {
    this.since = TalosVersion.of(since);
  }

  /** The first release that has it. */
  public TalosVersion since() {
    return since;
  }

  /** Whether a release has it. */
  public boolean in(TalosVersion version) {
    return version.atLeast(since);
  }
}
