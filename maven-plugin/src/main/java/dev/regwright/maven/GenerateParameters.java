package dev.regwright.maven;

import dev.regwright.convert.Form;
import dev.regwright.generate.MirrorWish;
import dev.regwright.generate.PresetWish;
import dev.regwright.model.TalosChange;
import dev.regwright.model.TalosVersion;
import dev.regwright.run.Choices;
import dev.regwright.run.UsageException;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What to generate. */
abstract class GenerateParameters extends RegwrightMojo {
  /**
   * Where images of a registry are pulled from: {@code NAME=URL}, {@code *} for all others; several
   * of one name are tried in order. Example: {@code
   * <mirrors><mirror>docker.io=https://cache.example.com:5000</mirror></mirrors>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.mirrors")
  @Nullable List<String> mirrors;

  /**
   * Uses the paths of {@code mirrors} as they are, without {@code /v2}. Example: {@code
   * <overridePath>true</overridePath>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.overridePath", defaultValue = "false")
  boolean overridePath;

  /**
   * The product that mirrors the registries, such as {@code harbor}, {@code nexus} or {@code zot};
   * {@code regwright generate --presets} lists them. Example: {@code <preset>harbor</preset>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.preset")
  @Nullable String preset;

  /**
   * Where nodes reach the product of {@code preset}. Example: {@code
   * <host>harbor.example.com</host>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.host")
  @Nullable String host;

  /**
   * The registries the product mirrors: {@code NAME} or {@code NAME=PLACE}, or the groups {@code
   * talos}, {@code common} and {@code wide}. Example: {@code
   * <upstreams><upstream>docker.io</upstream></upstreams>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.upstreams")
  @Nullable List<String> upstreams;

  /**
   * Options of the preset: {@code NAME=VALUE}. Example: {@code
   * <presetOptions><option>region=eu-west-1</option></presetOptions>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.presetOptions")
  @Nullable List<String> presetOptions;

  /**
   * Never asks the registries themselves, as in an air gap. Example: {@code
   * <skipFallback>true</skipFallback>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.skipFallback", defaultValue = "false")
  boolean skipFallback;

  /**
   * The id of the {@code server} of your {@code settings.xml} whose user name and password nodes
   * log in with; an encrypted password is decrypted. Example: {@code <serverId>harbor</serverId>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.serverId")
  @Nullable String serverId;

  /**
   * The user name nodes log in with, if {@code serverId} does not say it. Example: {@code
   * <username>robot</username>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.username")
  @Nullable String username;

  /**
   * The environment variable that holds the password. Example: {@code
   * <passwordEnv>HARBOR_PASSWORD</passwordEnv>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.passwordEnv")
  @Nullable String passwordEnv;

  /**
   * The environment variable that holds base64 of {@code user:password}. Example: {@code
   * <authEnv>HARBOR_AUTH</authEnv>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.authEnv")
  @Nullable String authEnv;

  /**
   * The environment variable that holds an identity token. Example: {@code
   * <identityTokenEnv>ACR_TOKEN</identityTokenEnv>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.identityTokenEnv")
  @Nullable String identityTokenEnv;

  /**
   * The only endpoint that credentials and TLS settings are for. Example: {@code
   * <authHost>harbor.example.com</authHost>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.authHost")
  @Nullable String authHost;

  /**
   * A file of certificates to trust. Example: {@code <ca>src/main/tls/ca.crt</ca>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.ca")
  @Nullable File ca;

  /**
   * A file with the certificate to show. Example: {@code
   * <clientCertificate>src/main/tls/node.crt</clientCertificate>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.clientCertificate")
  @Nullable File clientCertificate;

  /**
   * A file with the key of {@code clientCertificate}. Example: {@code
   * <clientKey>src/main/tls/node.key</clientKey>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.clientKey")
  @Nullable File clientKey;

  /**
   * Does not check the endpoints' certificates. Example: {@code
   * <insecureSkipVerify>true</insecureSkipVerify>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.insecureSkipVerify", defaultValue = "false")
  boolean insecureSkipVerify;

  /**
   * The form: {@code talos} (the default from Talos 1.12 on), {@code talos-legacy}, {@code
   * hosts-toml} or {@code talosctl-flags}. Example: {@code <to>hosts-toml</to>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.to")
  @Nullable String to;

  /**
   * Where to write. Example: {@code <outputDirectory>target/talos</outputDirectory>}.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "regwright.outputDirectory",
      defaultValue = "${project.build.directory}/generated-resources/regwright")
  File outputDirectory;

  /**
   * The name of the file; for {@code hosts-toml} that of a directory. By default {@code
   * mirrors.yaml}, {@code certs.d} or {@code talosctl-flags.txt}. Example: {@code
   * <outputFile>harbor.yaml</outputFile>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.outputFile")
  @Nullable String outputFile;

  /**
   * Adds the output directory to the project's resources, so that it is packaged. With credentials,
   * so are these. Example: {@code <attachResource>true</attachResource>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.attachResource", defaultValue = "false")
  boolean attachResource;

  /**
   * Leaves out what there is to do on the server and on the nodes. Example: {@code
   * <quiet>true</quiet>}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.quiet", defaultValue = "false")
  boolean quiet;

  /**
   * Writes although nothing changed since the last time. Example: {@code mvn verify
   * -Dregwright.force}.
   *
   * @since 0.1.0
   */
  @Parameter(property = "regwright.force", defaultValue = "false")
  boolean force;

  List<MirrorWish> wishes() throws UsageException {
    List<MirrorWish> wishes = new ArrayList<>();
    for (Map.Entry<String, String> pair : pairs("<mirrors>", "NAME=URL", mirrors)) {
      wishes.add(new MirrorWish(pair.getKey(), pair.getValue()));
    }
    if (overridePath && wishes.isEmpty()) {
      throw new UsageException("<overridePath> is for <mirrors>; a preset knows its paths");
    }
    return wishes;
  }

  @Nullable PresetWish presetWish() throws UsageException {
    Map<String, String> options = new LinkedHashMap<>();
    for (Map.Entry<String, String> pair : pairs("<presetOptions>", "NAME=VALUE", presetOptions)) {
      options.put(pair.getKey(), pair.getValue());
    }
    if (preset != null) {
      return new PresetWish(preset.strip(), host, list(upstreams), options);
    }
    if (host != null || !list(upstreams).isEmpty() || !options.isEmpty()) {
      throw new UsageException("<host>, <upstreams> and <presetOptions> are for a <preset>");
    }
    return null;
  }

  /** Values are not repeated: somebody may have put a password into a URL. */
  private static List<Map.Entry<String, String>> pairs(
      String element, String form, @Nullable List<String> written) throws UsageException {
    List<Map.Entry<String, String>> pairs = new ArrayList<>();
    for (String each : list(written)) {
      int equals = each.indexOf('=');
      if (equals < 0) {
        throw new UsageException(element + " takes " + form + "; there is no = in one of them");
      }
      pairs.add(Map.entry(each.substring(0, equals).strip(), each.substring(equals + 1).strip()));
    }
    return pairs;
  }

  Form form(TalosVersion talos) throws UsageException {
    if (to == null) {
      return TalosChange.REGISTRY_DOCUMENTS.in(talos) ? Form.TALOS : Form.TALOS_LEGACY;
    }
    return Choices.form("<to>", to.strip());
  }

  String fileName(Form form) {
    if (outputFile != null) {
      return outputFile.strip();
    }
    return switch (form) {
      case HOSTS_TOML -> "certs.d";
      case TALOSCTL_FLAGS -> "talosctl-flags.txt";
      default -> "mirrors.yaml";
    };
  }
}
