package dev.regwright.talos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.TalosVersion;
import dev.regwright.source.Finding;
import dev.regwright.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words said of talosctl's registry flags, and where they point. */
class FlagFindingsTest {
  private static TalosctlFlags read(String text) {
    return TalosctlFlags.read(SourceFile.of("gen.sh", text), TalosVersion.of("1.14"));
  }

  private static Finding only(String text) {
    List<Finding> findings = read(text).findings();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  @Test
  void aMirrorIsANameAndAUrl() {
    assertThat(only("talosctl gen config --registry-mirror nospec").help())
        .isEqualTo("write name=URL");
    assertThat(only("talosctl gen config --registry-mirror a=https://b,").help())
        .isEqualTo("remove the comma that nothing follows or stands before");
    Finding comma = only("talosctl gen config --registry-mirror a=https://b,https://c");
    assertThat(comma.help()).startsWith("a comma begins the next mirror: repeat the name");
    assertThat(comma.upstream()).isEqualTo("invalid registry mirror spec: \"https://c\"");
  }

  @Test
  void theValueIsCsv() {
    Finding quote = only("talosctl gen config --registry-mirror 'k=\"v\"'");
    assertThat(quote.help())
        .isEqualTo("put the quotes around a whole name=URL, and double those inside");
    assertThat(quote.upstream())
        .isEqualTo(
            "invalid argument \"k=\\\"v\\\"\" for \"--registry-mirror\" flag:"
                + " parse error on line 1, column 3: bare \" in non-quoted-field");
    Finding empty = only("talosctl gen config --registry-mirror '\n'");
    assertThat(empty.help()).isEqualTo("write name=URL");
    assertThat(empty.upstream()).endsWith("flag: EOF");
  }

  @Test
  void whatMayHoldAPasswordIsNotShown() {
    assertThat(only("talosctl gen config --registry-mirror @s3cret").upstream())
        .isEqualTo("invalid registry mirror spec: \"…\"");
  }

  @ParameterizedTest
  @CsvSource({"ftp://a, the scheme ftp", "a.local, no scheme"})
  void endpointsAreHttp(String url, String shown) {
    Finding finding = only("talosctl gen config --registry-mirror x=" + url);
    assertThat(finding.message())
        .isEqualTo(
            "Talos refuses the configuration: the URL has "
                + shown
                + ", and it takes http and https only");
    assertThat(finding.help()).isEqualTo("begin the URL with https:// or http://");
  }

  @Test
  void namesAndUrlsMustNotBeEmpty() {
    Finding url = only("talosctl gen config --registry-mirror x=https://a,x=");
    assertThat(url.help()).isEqualTo("write name=URL");
    assertThat(url.upstream()).isEqualTo("endpoints[1].url must be specified");
    assertThat(only("talosctl gen config --registry-mirror =https://a").message())
        .isEqualTo(
            "Talos refuses the configuration: this makes a RegistryMirrorConfig without a name");
    Finding tls = only("talosctl cluster create dev --registry-insecure-skip-verify a,");
    assertThat(tls.message())
        .isEqualTo(
            "Talos refuses the configuration: this makes a RegistryTLSConfig without a name");
    assertThat(tls.upstream()).isEqualTo("name must be specified");
  }

  @Test
  void unknownFlags() {
    Finding insecure = only("talosctl gen config --registry-insecure-skip-verify a");
    assertThat(insecure.upstream()).isEqualTo("unknown flag: --registry-insecure-skip-verify");
    assertThat(insecure.help())
        .isEqualTo(
            "generate a RegistryTLSConfig with insecureSkipVerify and give it as --config-patch");
    Finding dash = only("talosctl -registry-mirror a=https://b");
    assertThat(dash.help()).isEqualTo("write --registry-mirror, with two dashes");
    assertThat(dash.upstream()).isEqualTo("unknown shorthand flag: 'r' in -registry-mirror");
    Finding quote = only("talosctl gen config 'x --registry-mirror a=https://b");
    assertThat(quote.help()).isEqualTo("close the quote or bracket");
    assertThat(quote.span().startColumn()).isEqualTo(21);
  }

  /** What the version flag says decides whether documents are made, and so checked. */
  @ParameterizedTest
  @CsvSource({
    "talosctl gen config --talos-version=v1.11, 0",
    "talosctl gen config --talos-version v1.11, 0",
    "talosctl gen config --talos-version=v1.12, 1",
    "talosctl gen config --talos-version=, 1",
    "talosctl gen config, 1"
  })
  void theContractDecides(String command, int findings) {
    assertThat(read(command + " --registry-mirror a=b.local").findings()).hasSize(findings);
  }

  @Test
  void aVersionFlagWithoutAValue() {
    assertThat(read("talosctl gen config --registry-mirror a=b.local --talos-version").findings())
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "-n gen config, 1",
    "talosctl gen, 0",
    "talosctl cluster create, 0",
    "talosctl cluster, 0",
    "talosctl config gen, 0"
  })
  void commandsAreToldByTheirWords(String command, int findings) {
    assertThat(read(command + " --registry-insecure-skip-verify=a").findings()).hasSize(findings);
  }

  @Test
  void findingsAreInTheOrderOfTheText() {
    List<Finding> findings =
        read("talosctl gen config --registry-mirror a=,b '--registry-mirror=c").findings();
    assertThat(findings).isSorted().hasSizeGreaterThan(2);
  }

  @Test
  void nothingShowsAUrl() {
    TalosctlFlags flags = read("talosctl cluster create dev --registry-mirror a=https://u:p@b,$X");
    assertThat(flags).hasToString("2 registry flags of gen.sh");
    assertThat(flags.specs().get(0)).hasToString("gen.sh:1:47 mirror of a");
    assertThat(flags.specs().get(1)).hasToString("gen.sh:1:63 unknown");
    assertThat(PflagSlice.of("a=https://u:p@b").items().toString()).doesNotContain("u:p");
  }

  @Test
  void bracesHideTheirEqualsSign() {
    List<FlagSpec> specs = read("--registry-mirror ${X:-a=b},c=${Y},${Z}").specs();
    assertThat(specs)
        .extracting(s -> s.getClass().getSimpleName())
        .containsExactly("Unknown", "Mirror", "Unknown");
    assertThat(read("--registry-mirror ${X}=https://b").specs())
        .extracting(s -> s.getClass().getSimpleName())
        .containsExactly("Mirror");
  }

  @Test
  void csvQuotesKeepPlaces() {
    String text = "talosctl gen config --registry-mirror '\"a=ftp://b,\"\"c\",d=ftp://e'";
    assertThat(read(text).findings())
        .extracting(f -> text.substring(f.span().startColumn() - 1, f.span().endColumn() - 1))
        .containsExactly("ftp://b,\"\"c", "ftp://e");
  }
}
