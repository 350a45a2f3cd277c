package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import java.util.List;

/** The rules. */
public final class Rules {
  /** All of them, by id. */
  public static final List<Rule> ALL =
      List.of(
          new BadAuth(),
          new CaIsLeaf(),
          new CaWithSkipVerify(),
          new CertificateExpired(),
          new CertificateExpiresSoon(),
          new CertificateNotYetValid(),
          new CertificateSkipped(),
          new ClientIdentityMismatch(),
          new CredentialMatchesNoEndpoint(),
          new CredentialWhitespace(),
          new CredentialsOverHttp(),
          new CredentialsWithoutVerification(),
          new DockerhubCredentialKey(),
          new DockerhubOnlyEndpoint(),
          new DockerhubWebsiteEndpoint(),
          new DocumentShadowsLegacy(),
          new DotlessEndpoint(),
          new DuplicateEndpoint(),
          new EmptyCredentials(),
          new EmptyTls(),
          new EndpointIsAnotherRegistry(),
          new EndpointIsUpstream(),
          new EndpointPort(),
          new EndpointUrlParts(),
          new EndpointWithoutHost(),
          new FeatureNotInVersion(),
          new FrozenRegistry(),
          new HostsNameNeverMatches(),
          new HttpPublicRegistry(),
          new InClusterEndpoint(),
          new IncompleteCredentials(),
          new Ipv6EndpointInVersion(),
          new LegacyCaNotPem(),
          new LegacyEndpointUrl(),
          new LoopbackEndpoint(),
          new MirrorNameNeverMatches(),
          new NoFallbackInVersion(),
          new OverridePathWithoutApi(),
          new OverridePathWithoutPath(),
          new PathNeedsOverride(),
          new PauseImageCredentials(),
          new PrivateKeyInCa(),
          new RegistryTypo(),
          new RepeatedEndpoint(),
          new SecretNotReplaced(),
          new ShortLivedCredential(),
          new SkipFallbackWithoutEndpoints(),
          new TlsLostOnFallback(),
          new TlsOnHttpEndpoint(),
          new UnusedCredentialForm(),
          new UpgradeLegacyRegistries(),
          new UpgradeMovesImages(),
          new UpstreamBeforeMirrors(),
          new UpstreamNotMirrored(),
          new WeakCertificate(),
          new WildcardCredential(),
          new WildcardInVersion(),
          new WildcardShadowed(),
          new WildcardSingleUpstream());

  private Rules() {}
}
