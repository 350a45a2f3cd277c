package dev.regwright.lint.rules;

import dev.regwright.lint.Rule;
import java.util.List;

/** The rules. */
public final class Rules {
  /** All of them, by id. */
  public static final List<Rule> ALL =
      List.of(
          new CredentialMatchesNoEndpoint(),
          new DockerhubCredentialKey(),
          new DocumentShadowsLegacy(),
          new DuplicateEndpoint(),
          new EndpointPort(),
          new FeatureNotInVersion(),
          new MirrorNameNeverMatches(),
          new OverridePathWithoutPath(),
          new PathNeedsOverride(),
          new SkipFallbackWithoutEndpoints(),
          new TlsOnHttpEndpoint(),
          new WildcardCredential());

  private Rules() {}
}
