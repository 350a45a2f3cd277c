package dev.regwright.generate;

import dev.regwright.containerd.HostsDirectoryWriter;
import dev.regwright.convert.Form;
import dev.regwright.convert.HostsRendering;
import dev.regwright.convert.Places;
import dev.regwright.convert.Rendered;
import dev.regwright.convert.Renderer;
import dev.regwright.lint.LintedFile;
import dev.regwright.lint.Linter;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosChange;
import dev.regwright.model.Target;
import dev.regwright.preset.Hint;
import dev.regwright.preset.Preset;
import dev.regwright.preset.PresetRequest;
import dev.regwright.preset.PresetResult;
import dev.regwright.preset.Presets;
import dev.regwright.source.DidYouMean;
import dev.regwright.source.Finding;
import dev.regwright.source.Severity;
import dev.regwright.source.SourceFile;
import dev.regwright.source.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes a configuration and checks it.
 *
 * <pre>{@code
 * var wish = new PresetWish("harbor", "harbor.example.com", List.of("common"), Map.of());
 * var request =
 *     new GenerateRequest(
 *         List.of(), wish, false, false, Access.NONE, null, TalosVersion.of("1.14"));
 * if (Generator.generate(request) instanceof GenerateResult.Done done) {
 *   System.out.print(done.files().get(0).text());
 * }
 * }</pre>
 */
public final class Generator {
  /** What the configuration is called in findings about it. */
  public static final String NAME = "<generated>";

  private final GenerateRequest request;
  private final Endpoints endpoints = new Endpoints();
  private final List<Hint> hints = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private Generator(GenerateRequest request) {
    this.request = request;
  }

  /** Answers a request, whatever it holds. */
  public static GenerateResult generate(GenerateRequest request) {
    try {
      return new Generator(request).run();
    } catch (RefusedException e) {
      return e.result();
    }
  }

  private GenerateResult run() throws RefusedException {
    Form form = request.formOrUsual();
    checkForm(form);
    for (MirrorWish wish : request.mirrors()) {
      endpoints.add(wish, request.overridePath(), request.skipFallback());
    }
    if (request.preset() != null) {
      addPreset(request.preset());
    }
    if (endpoints.mirrors().isEmpty()) {
      throw new RefusedException(
          "there is nothing to generate", "name a preset, or a mirror with its URL");
    }
    RegistryConfig config = config();
    LintedFile linted = linted(config);
    if (linted.findings().stream().anyMatch(Generator::objects)) {
      return new GenerateResult.Objected(linted, isOurs());
    }
    return rendered(config, form, linted);
  }

  private void checkForm(Form form) throws RefusedException {
    if (form == Form.TALOS && !TalosChange.REGISTRY_DOCUMENTS.in(request.talos())) {
      throw new RefusedException(
          "Talos " + request.talos().minorText() + " has no registry documents",
          "choose talos-legacy, or Talos 1.12 and newer");
    }
  }

  private void addPreset(PresetWish wish) throws RefusedException {
    Preset preset = Presets.named(wish.id()).orElse(null);
    if (preset == null) {
      String meant = DidYouMean.closest(wish.id(), Presets.ids()).orElse(null);
      throw new RefusedException(
          "there is no preset of that name",
          meant == null
              ? "choose one of " + String.join(", ", Presets.ids())
              : "did you mean " + meant + "?");
    }
    PresetResult result =
        preset.generate(
            new PresetRequest(
                wish.host(),
                wish.upstreams(),
                wish.options(),
                request.skipFallback(),
                request.talos()));
    if (result instanceof PresetResult.Refused refused) {
      throw new RefusedException(refused.reason(), refused.remedy());
    }
    if (result instanceof PresetResult.Generated generated) {
      generated.mirrors().forEach(endpoints::add);
      hints.addAll(generated.hints());
      notes.addAll(generated.notes());
    }
  }

  private RegistryConfig config() throws RefusedException {
    Access access = request.access();
    List<String> all = hosts(access, endpoints.hosts(false));
    List<String> secure = endpoints.hosts(true);
    secure.retainAll(all);
    if (access.hasTls() && secure.isEmpty()) {
      throw new RefusedException(
          String.join(", ", all)
              + " is reached over plain HTTP, where TLS settings make Talos's own pulls fail",
          "leave them out, or write https://");
    }
    if (access.hasCredentials()) {
      noteCredentials(all, secure);
    }
    if (access.hasTls() && secure.size() < all.size()) {
      List<String> plain = new ArrayList<>(all);
      plain.removeAll(secure);
      notes.add("No TLS settings for %s: plain HTTP.".formatted(String.join(", ", plain)));
    }
    return RegistryConfig.of(
        endpoints.mirrors(),
        access.hasCredentials() ? Credentials.of(access, all) : List.of(),
        access.hasTls() ? new TlsSettings(access, notes).of(secure) : List.of());
  }

  private static List<String> hosts(Access access, List<String> all) throws RefusedException {
    String only = access.host();
    if (only == null) {
      return all;
    }
    if (!access.hasCredentials() && !access.hasTls()) {
      throw new RefusedException(
          "a host is named for credentials, but there are neither credentials nor TLS settings",
          "leave it out, or give them");
    }
    if (!all.contains(only)) {
      throw new RefusedException(
          "no endpoint has the host named for credentials",
          "name one of %s, port included".formatted(String.join(", ", all)));
    }
    return List.of(only);
  }

  private void noteCredentials(List<String> hosts, List<String> secure) {
    if (hosts.size() > 1) {
      notes.add(
          "The credentials are for %s; name one host for them, if the others should not see them."
              .formatted(String.join(", ", hosts)));
    }
    if (secure.size() < hosts.size()) {
      notes.add("Credentials go over plain HTTP: whoever is on the network between can read them.");
    }
  }

  /** Flags are no file to lint, but they say what documents would. */
  private LintedFile linted(RegistryConfig config) {
    boolean documents = TalosChange.REGISTRY_DOCUMENTS.in(request.talos());
    boolean legacy = request.formOrUsual() == Form.TALOS_LEGACY || !documents;
    Rendered rendered = render(config, legacy ? Form.TALOS_LEGACY : Form.TALOS);
    SourceFile file = SourceFile.of(NAME, rendered.files().get(0).text());
    return Linter.of(Target.talos(request.talos())).lint(file);
  }

  private Rendered render(RegistryConfig config, Form form) {
    return Renderer.render(config, form, request.talos(), Places.in(NAME));
  }

  /** What is merely risky was asked for. */
  private static boolean objects(Finding finding) {
    return finding.severity() != Severity.INFO && finding.stage() != Stage.ADVICE;
  }

  private boolean isOurs() {
    boolean plain = !request.access().hasCredentials() && !request.access().hasTls();
    boolean old = !TalosChange.SKIP_FALLBACK.in(request.talos());
    return request.mirrors().isEmpty() && plain && !old;
  }

  /** The files of the form; a directory for {@link Form#HOSTS_TOML}. */
  private Rendered files(RegistryConfig config, Form form) throws RefusedException {
    if (form != Form.HOSTS_TOML) {
      return render(config, form);
    }
    HostsRendering tree =
        HostsRendering.portable(config, HostsDirectoryWriter.ROOT, Places.in(NAME));
    if (!tree.refusals().isEmpty()) {
      throw new RefusedException(tree.refusals().get(0).message(), "leave that registry out");
    }
    return new Rendered(tree.files(), tree.losses(), List.of());
  }

  private GenerateResult rendered(RegistryConfig config, Form form, LintedFile linted)
      throws RefusedException {
    Rendered rendered = files(config, form);
    if (!rendered.losses().isEmpty()) {
      return new GenerateResult.Lossy(
          form, rendered.losses().stream().map(Finding::message).toList());
    }
    for (Finding finding : rendered.notes()) {
      notes.add(sentence(finding));
    }
    for (Finding finding : linted.findings()) {
      if (!finding.rule().equals("credentials-over-http")) { // noteCredentials said so
        notes.add(sentence(finding));
      }
    }
    boolean key = config.tls().values().stream().anyMatch(tls -> tls.clientIdentity() != null);
    boolean secret = key || !config.auths().isEmpty();
    Rollout.hint(form, request.talos(), !config.auths().isEmpty()).ifPresent(hints::add);
    return new GenerateResult.Done(config, form, rendered.files(), secret, hints, notes);
  }

  private static String sentence(Finding finding) {
    String help = finding.help() == null ? "" : "; " + finding.help();
    String text = finding.message() + help + ".";
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
