package dev.regwright.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.convert.Form;
import dev.regwright.generate.Access.PemText;
import dev.regwright.generate.GenerateResult.Done;
import dev.regwright.generate.GenerateResult.Objected;
import dev.regwright.generate.GenerateResult.Refused;
import dev.regwright.model.Auth;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Tls;
import dev.regwright.testing.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorTest {
  private static final String SECRET = "s3cr3t-w0rd";
  private static final Access USER =
      new Access(null, "bob", SECRET, null, null, null, null, null, false);

  private static PemText pem(String name) throws IOException {
    return new PemText(name, Files.readString(TestData.path("pki/pem").resolve(name)));
  }

  private static Access tls(
      @Nullable PemText ca, @Nullable PemText certificate, @Nullable PemText key) {
    return new Access(null, null, null, null, null, ca, certificate, key, false);
  }

  private static GenerateResult generate(Access access, String talos, String... mirrors) {
    return generate(access, talos, null, mirrors);
  }

  private static GenerateResult generate(
      Access access, String talos, @Nullable Form form, String... mirrors) {
    List<MirrorWish> wishes = new ArrayList<>();
    for (String mirror : mirrors) {
      wishes.add(new MirrorWish(mirror.split("=", 2)[0], mirror.split("=", 2)[1]));
    }
    return Generator.generate(
        new GenerateRequest(wishes, null, false, false, access, form, TalosVersion.of(talos)));
  }

  private static Done done(GenerateResult result) {
    assertThat(result).isInstanceOf(Done.class);
    return (Done) result;
  }

  private static String refused(GenerateResult result) {
    assertThat(result).isInstanceOf(Refused.class);
    assertThat(result.toString()).doesNotContain(SECRET);
    Refused refused = (Refused) result;
    return refused.reason() + "; " + refused.remedy();
  }

  private static String text(Done done) {
    return done.files().get(0).text();
  }

  @Test
  void endpointsOfOneNameAreTriedInOrder() {
    Done done =
        done(
            generate(
                Access.NONE,
                "1.14",
                "docker.io=https://b",
                "ghcr.io=https://c",
                "docker.io=http://a"));

    assertThat(text(done))
        .isEqualTo(
            """
            apiVersion: v1alpha1
            kind: RegistryMirrorConfig
            name: docker.io
            endpoints:
                - url: https://b
                - url: http://a
            ---
            apiVersion: v1alpha1
            kind: RegistryMirrorConfig
            name: ghcr.io
            endpoints:
                - url: https://c
            """);
    assertThat(done.secret()).isFalse();
  }

  @Test
  void endpointsByHandComeBeforeThoseOfTheProduct() {
    var wish = new PresetWish("distribution", "10.0.0.1", List.of("docker.io"), Map.of());
    var request =
        new GenerateRequest(
            List.of(new MirrorWish("docker.io", "https://near.test")),
            wish,
            true,
            false,
            Access.NONE,
            null,
            TalosVersion.of("1.14"));

    assertThat(text(done(Generator.generate(request))))
        .isEqualTo(
            """
            apiVersion: v1alpha1
            kind: RegistryMirrorConfig
            name: docker.io
            endpoints:
                - url: https://near.test
                - url: http://10.0.0.1:5000
            skipFallback: true
            """);
  }

  @Test
  void overridePathIsForEndpointsWithAPath() {
    List<MirrorWish> wishes =
        List.of(
            new MirrorWish("docker.io", "https://a.test/v2/hub"),
            new MirrorWish("docker.io", "https://b.test"),
            new MirrorWish("docker.io", "https://c.test/"));
    for (Form form : List.of(Form.TALOS, Form.TALOS_LEGACY)) {
      Done done =
          done(
              Generator.generate(
                  new GenerateRequest(
                      wishes, null, false, true, Access.NONE, form, TalosVersion.of("1.14"))));

      assertThat(text(done))
          .contains(
              form == Form.TALOS
                  ? "    - url: https://a.test/v2/hub\n      overridePath: true\n    - url: https://b.test\n"
                  : "- https://a.test/v2/hub\n                    - https://b.test/v2\n");
    }
  }

  @Test
  void theReleaseChoosesTheForm() {
    assertThat(done(generate(Access.NONE, "1.11", "docker.io=https://a")).form())
        .isEqualTo(Form.TALOS_LEGACY);
    assertThat(done(generate(Access.NONE, "1.12", "docker.io=https://a")).form())
        .isEqualTo(Form.TALOS);
    assertThat(refused(generate(Access.NONE, "1.11", Form.TALOS, "docker.io=https://a")))
        .isEqualTo(
            "Talos 1.11 has no registry documents; choose talos-legacy, or Talos 1.12 and newer");
  }

  @Test
  void hostsTomlIsADirectory() {
    var done = done(generate(Access.NONE, "1.14", Form.HOSTS_TOML, "reg.test:5000=https://a"));
    assertThat(done.files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.path()).isEqualTo("reg.test_5000_/hosts.toml");
              assertThat(file.text()).contains("[host.\"https://a\"]", "\"pull\", \"resolve\"");
            });
  }

  @Test
  void theCriPartHasNoMirrors() {
    assertThat(generate(Access.NONE, "1.14", Form.CRI_TOML, "docker.io=https://a"))
        .isInstanceOfSatisfying(
            GenerateResult.Lossy.class,
            lossy -> assertThat(lossy.losses()).singleElement().asString().contains("no mirrors"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "docker.io=https://h/v2/hub | path-needs-override",
        "docker.io=http://h:443 | endpoint-port",
        "hub.docker.com=https://h | mirror-name-never-matches",
      })
  void whatNodesWouldNotDoWellWithIsNotWritten(String mirror, String rule) {
    GenerateResult result = generate(Access.NONE, "1.14", mirror);

    assertThat(result).isInstanceOf(Objected.class);
    Objected objected = (Objected) result;
    assertThat(objected.ours()).isFalse();
    assertThat(objected.linted().findings()).extracting("rule").containsExactly(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "docker.io=h:5000 | the URL of docker.io has no scheme; write docker.io=https://h:5000",
        "docker.io= | the mirror docker.io has no URL; write docker.io=https://HOST",
        "=https://h | a mirror has no name; write NAME=URL, as in docker.io=https://mirror.example.com",
        "docker.io=https://u:s3cr3t-w0rd@h | the URL of docker.io holds a user name, which nodes ignore; take it out of the URL, and give the credentials apart from it",
        "docker.io=u:s3cr3t-w0rd@h | the URL of docker.io holds a user name, which nodes ignore; take it out of the URL, and give the credentials apart from it",
        "u:s3cr3t-w0rd@h=https://h | the name of a mirror holds what no registry's name has; name the part of image references before the first slash, as in ghcr.io",
        "docker.io=ftp://h | nodes do not pull through ftp://; use https:// or http://",
        "docker.io=https:// | the URL of docker.io has no host; write https://HOST",
        "docker.io=https://h:x | the URL of docker.io is none that Talos can read; write https://host[:port][/path]; an IPv6 address goes in brackets",
        "docker.io=https://h/?token=s3cr3t-w0rd | the URL of docker.io has a query or fragment, which nodes ignore; leave out what follows ? or #",
        "docker.io=https://h# | the URL of docker.io has a query or fragment, which nodes ignore; leave out what follows ? or #",
        "docker.io=https://h\u001B[2J | the URL of docker.io holds a character that no URL has; check the quoting",
      })
  void refusesWhatIsNoMirror(String mirror, String answer) {
    assertThat(refused(generate(Access.NONE, "1.14", mirror))).isEqualTo(answer);
  }

  @Test
  void refusesToMakeNothing() {
    assertThat(refused(generate(Access.NONE, "1.14"))).startsWith("there is nothing to generate");
  }

  @Test
  void saysWhichPresetWasMeant() {
    var wish = new PresetWish("harber", "h", List.of(), Map.of());
    var request =
        new GenerateRequest(
            List.of(), wish, false, false, Access.NONE, null, TalosVersion.of("1.14"));

    assertThat(refused(Generator.generate(request)))
        .isEqualTo("there is no preset of that name; did you mean harbor?");
  }

  @Test
  void credentialsAreForTheHostOfEachEndpoint() {
    Done done =
        done(
            generate(
                USER,
                "1.14",
                "docker.io=https://a:5000",
                "ghcr.io=https://a:5000/",
                "x.io=http://b"));

    assertThat(done.config().auths())
        .containsOnly(
            Map.entry("a:5000", new Auth("a:5000", "bob", SECRET, null, null)),
            Map.entry("b", new Auth("b", "bob", SECRET, null, null)));
    assertThat(done.secret()).isTrue();
    assertThat(done.notes())
        .containsExactly(
            "The credentials are for a:5000, b; name one host for them, if the others should not see"
                + " them.",
            "Credentials go over plain HTTP: whoever is on the network between can read them.");
    assertThat(done.toString()).doesNotContain(SECRET);
    assertThat(USER.toString()).doesNotContain(SECRET);
  }

  @Test
  void oneHostMayBeTheOnlyOneToGetThem() {
    Access only = new Access("b", "bob", SECRET, null, null, null, null, null, true);

    Done done = done(generate(only, "1.14", "docker.io=https://a", "docker.io=https://b"));

    assertThat(done.config().auths()).containsOnlyKeys("b");
    assertThat(done.config().tls()).containsOnly(Map.entry("b", new Tls("b", null, null, true)));
    assertThat(refused(generate(only, "1.14", "docker.io=https://a", "docker.io=https://b:443")))
        .isEqualTo(
            "no endpoint has the host named for credentials; name one of a, b:443, port included");
    Access nothing = new Access("b", null, null, null, null, null, null, null, false);
    assertThat(refused(generate(nothing, "1.14", "docker.io=https://b")))
        .contains("neither credentials nor TLS settings");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "bob | - | - | - | there is a user name but no password",
        "- | s3cr3t-w0rd | - | - | there is a password but no user name",
        "bob | s3cr3t-w0rd | czNjcjN0LXcwcmQ= | - | Talos takes one kind of credentials",
        "- | - | Ym9iOnMzY3IzdC13MHJk | s3cr3t-w0rd | Talos takes one kind of credentials",
        "- | - | czNjcjN0LXcwcmQ= | - | auth decodes to something that is not USER:PASSWORD",
        "- | - | Ym9iOnMzY3IzdC13MHJkCg== | - | auth decodes to a password that ends in a line break",
        "- | - | bob:s3cr3t-w0rd | - | auth is not base64 as Talos reads it",
        "- | - | Ym9iOnMzY3IzdC13MA | - | auth is not base64 as Talos reads it",
        "- | - | '' | - | the auth is empty",
        "- | - | - | '' | the identity token is empty",
        "bob | '' | - | - | there is a user name but no password",
      })
  void refusesCredentialsThatCannotWork(
      String user, String password, String auth, String token, String answer) {
    Access access = new Access(null, user, password, auth, token, null, null, null, false);

    assertThat(refused(generate(access, "1.14", "docker.io=https://a"))).startsWith(answer);
  }

  @Test
  void refusesASecretOfSeveralLines() {
    Access access = new Access(null, "bob", SECRET + "\nx", null, null, null, null, null, false);

    assertThat(refused(generate(access, "1.14", "docker.io=https://a")))
        .startsWith("the password has several lines");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ym9iOnMzY3IzdC13MHJk", "${REGISTRY_AUTH}"})
  void takesAuthAsItIs(String auth) {
    Access access = new Access(null, null, null, auth, null, null, null, null, false);

    assertThat(done(generate(access, "1.14", "docker.io=https://a")).config().auths())
        .containsOnly(Map.entry("a", new Auth("a", null, null, auth, null)));
  }

  @Test
  void aCaGoesToHttpsEndpointsOnly() throws IOException {
    Access access = tls(pem("rsa-ca.crt.pem"), null, null);

    Done done = done(generate(access, "1.14", "docker.io=https://a", "ghcr.io=http://b"));

    assertThat(done.config().tls()).containsOnlyKeys("a");
    assertThat(text(done)).contains("ca: |\n").contains("-----BEGIN CERTIFICATE-----");
    assertThat(done.secret()).isFalse();
    assertThat(done.notes()).contains("No TLS settings for b: plain HTTP.");
    assertThat(refused(generate(access, "1.14", "docker.io=http://a:5000")))
        .isEqualTo(
            "a:5000 is reached over plain HTTP, where TLS settings make Talos's own pulls fail; leave"
                + " them out, or write https://");
  }

  @Test
  void aKeyAmongCertificatesStaysOut() throws IOException {
    String key = pem("rsa.key.pem").text();
    PemText both = new PemText("both.pem", key + "comment\r\n" + pem("rsa-ca.crt.pem").text());

    Done done = done(generate(tls(both, null, null), "1.14", "docker.io=https://a"));

    assertThat(text(done)).doesNotContain("PRIVATE KEY", "comment", "\r");
    assertThat(done.notes())
        .contains("Of both.pem only the certificates were taken; 1 other block was left out.");
  }

  @ParameterizedTest
  @CsvSource({
    "rsa.key.pem, there is a key but no certificate",
    "rsa.csr.pem, this is a certificate signing request",
    "trusted.crt.pem, Go does not read TRUSTED CERTIFICATE blocks",
  })
  void refusesACaWithoutCertificate(String file, String reason) throws IOException {
    assertThat(refused(generate(tls(pem(file), null, null), "1.14", "docker.io=https://a")))
        .startsWith(file + " holds no certificate that Talos takes (" + reason);
  }

  /** Before 1.14, documents take PKCS#8 only; machine.registries always took any. */
  @ParameterizedTest
  @CsvSource({
    "1.12, TALOS, PRIVATE KEY",
    "1.13, TALOS, PRIVATE KEY",
    "1.14, TALOS, RSA PRIVATE KEY",
  })
  void theKeyBecomesWhatTheReleaseTakes(String talos, Form form, String type) throws IOException {
    Access access = tls(null, pem("rsa-leaf.crt.pem"), pem("rsa.pkcs1.pem"));

    Done done = done(generate(access, talos, form, "docker.io=https://a"));

    assertThat(text(done)).contains("-----BEGIN " + type + "-----");
    assertThat(done.secret()).isTrue();
    assertThat(done.notes().stream().anyMatch(note -> note.contains("PKCS#8")))
        .isEqualTo(type.equals("PRIVATE KEY"));
    assertThat(done.notes().toString() + done).doesNotContain("MII");
  }

  @ParameterizedTest
  @CsvSource({
    "rsa-leaf.crt.pem, rsa-other.key.pem, private key does not match public key",
    "rsa-leaf.crt.pem, ec-P-256.key.pem, private key type does not match public key type",
    "rsa-leaf.crt.pem, rsa.enc.pem, the key is encrypted",
    "rsa-leaf.crt.pem, rsa-ca.crt.pem, there is no private key in the text",
    "rsa.key.pem, rsa.key.pem, there is a key but no certificate",
  })
  void refusesAClientIdentityThatCannotWork(String certificate, String key, String reason)
      throws IOException {
    assertThat(
            refused(generate(tls(null, pem(certificate), pem(key)), "1.14", "docker.io=https://a")))
        .contains(reason);
  }

  @Test
  void refusesHalfAnIdentity() throws IOException {
    assertThat(
            refused(
                generate(tls(null, pem("rsa-leaf.crt.pem"), null), "1.14", "docker.io=https://a")))
        .startsWith("there is a client certificate but no key");
    assertThat(
            refused(generate(tls(null, null, pem("rsa.key.pem")), "1.14", "docker.io=https://a")))
        .startsWith("there is a client key but no certificate");
  }

  /** As openssl ecparam -genkey writes it; the check of Talos 1.12 takes the first block. */
  @Test
  void aKeyBehindItsParametersLosesThem() throws IOException {
    String parameters = pem("ec-params.sec1.pem").text().split("-----BEGIN EC PRIVATE", -1)[0];
    String key = pem("ec-other.key.pem").text();
    PemText both = new PemText("key.pem", parameters + key);

    Done done =
        done(generate(tls(null, pem("ec-leaf.crt.pem"), both), "1.12", "docker.io=https://a"));

    assertThat(parameters).startsWith("-----BEGIN EC PARAMETERS-----");
    assertThat(done.config().tls().get("a").clientIdentity().key()).isEqualTo(key);
  }

  /** siderolabs/talos#12571, siderolabs/talos#14021. */
  @ParameterizedTest
  @CsvSource({"1.12.1, false", "1.12.2, true", "1.14.0-beta.1, false", "1.14.0-rc.1, true"})
  void tlsSettingsThatAReleaseHandlesBadlyAreNotWritten(String talos, boolean written)
      throws IOException {
    Access access = tls(pem("rsa-ca.crt.pem"), null, null);

    GenerateResult result = generate(access, talos, "docker.io=https://a");

    assertThat(result).isInstanceOf(written ? Done.class : Objected.class);
  }

  @Test
  void flagsCannotSayCredentials() {
    GenerateResult result = generate(USER, "1.14", Form.TALOSCTL_FLAGS, "docker.io=https://a");

    assertThat(result).isInstanceOf(GenerateResult.Lossy.class);
    assertThat(result.toString()).contains("credentials").doesNotContain(SECRET);
  }

  @Test
  void credentialsBefore114NeedAReboot() {
    assertThat(done(generate(USER, "1.13", "docker.io=https://a")).hints().toString())
        .contains("rebooted");
    assertThat(done(generate(USER, "1.14", "docker.io=https://a")).hints().toString())
        .doesNotContain("rebooted");
    assertThat(done(generate(Access.NONE, "1.13", "docker.io=https://a")).hints().toString())
        .doesNotContain("rebooted");
  }
}
