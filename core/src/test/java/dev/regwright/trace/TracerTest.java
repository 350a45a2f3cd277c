package dev.regwright.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.containerd.FileView;
import dev.regwright.containerd.TalosHostsTree;
import dev.regwright.model.Auth;
import dev.regwright.model.ContainerdVersion;
import dev.regwright.model.Endpoint;
import dev.regwright.model.Mirror;
import dev.regwright.model.RegistryConfig;
import dev.regwright.model.TalosVersion;
import dev.regwright.model.Target;
import dev.regwright.model.Tls;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracerTest {
  private static final String DIGEST = "sha256:" + "0a".repeat(32);

  private static RegistryConfig config(List<Mirror> mirrors, List<Auth> auths, List<Tls> tls) {
    return RegistryConfig.of(mirrors, auths, tls);
  }

  private static Mirror mirror(String name, String... urls) {
    return new Mirror(name, List.of(urls).stream().map(Endpoint::of).toList(), null);
  }

  private static Trace trace(RegistryConfig config, String talos, String image) {
    Target target = Target.talos(TalosVersion.of(talos));
    return Tracer.ofTalos(config, target, false, Sources.NONE).trace(image);
  }

  private static List<String> urls(PullerTrace trace) {
    return trace.requests().stream().map(Request::url).toList();
  }

  @Test
  void asksForTheCompletedNameAndNamesTheRegistry() {
    RegistryConfig config =
        config(
            List.of(mirror("docker.io", "https://h/hub"), mirror("*", "http://s:1")),
            List.of(),
            List.of());
    assertThat(urls(trace(config, "1.14", "nginx").cri()))
        .containsExactly(
            "https://h/hub/v2/library/nginx/manifests/latest?ns=docker.io",
            "https://registry-1.docker.io/v2/library/nginx/manifests/latest");
    assertThat(urls(trace(config, "1.14", "r.io:5000/a/b:1@" + DIGEST).machined()))
        .containsExactly(
            "http://s:1/v2/a/b/manifests/" + DIGEST + "?ns=r.io%3A5000",
            "https://r.io:5000/v2/a/b/manifests/" + DIGEST);
    assertThat(urls(trace(config, "1.14", "[::1]:5000/a").cri()).get(0))
        .isEqualTo("http://s:1/v2/a/manifests/latest?ns=%5B%3A%3A1%5D%3A5000");
  }

  @Test
  void credentialsOfDockerHubReachPodsUnderBothNames() {
    Auth auth = new Auth("docker.io", "u", "p", null, null);
    Trace rewritten = trace(config(List.of(), List.of(auth), List.of()), "1.14", "nginx");
    assertThat(rewritten.machined().requests().get(0).hop().auth().kind()).isEqualTo(AuthKind.NONE);
    assertThat(rewritten.cri().requests().get(0).hop().auth().kind()).isEqualTo(AuthKind.BASIC);
    assertThat(rewritten.differences()).singleElement().asString().contains("registry-1.docker.io");
    Trace before = trace(config(List.of(), List.of(auth), List.of()), "1.9.5", "nginx");
    assertThat(before.cri().requests().get(0).hop().auth().kind()).isEqualTo(AuthKind.NONE);
    Auth host = new Auth("registry-1.docker.io", null, null, null, "t");
    Trace both = trace(config(List.of(), List.of(auth, host), List.of()), "1.14", "nginx");
    assertThat(both.machined().requests().get(0).hop().auth().kind()).isEqualTo(AuthKind.TOKEN);
    assertThat(both.cri().requests().get(0).hop().auth().kind()).isEqualTo(AuthKind.TOKEN);
    assertThat(both.differences()).isEmpty();
  }

  @Test
  void saysWhatIsWrongWithCredentialsAndNothingOfThem() {
    assertThat(auths(new Auth("r.io", null, "Sup3r", null, null)))
        .containsExactly("invalid auth config for \"r.io\"", null);
    assertThat(auths(new Auth("r.io", null, null, "Sup3r!", null)))
        .containsExactly(
            "error parsing auth for \"r.io\": illegal base64 data at input byte 5",
            "illegal base64 data at input byte 5");
    assertThat(auths(new Auth("r.io", null, null, "U3VwM3I=", null)))
        .containsExactly("invalid decoded auth for \"r.io\"", "invalid decoded auth");
  }

  private static List<String> auths(Auth auth) {
    Trace trace = trace(config(List.of(), List.of(auth), List.of()), "1.14", "r.io/a");
    assertThat(trace.toString() + trace.machined() + trace.cri()).doesNotContain("Sup3r");
    return Arrays.asList(
        trace.machined().requests().get(0).hop().auth().trouble(),
        trace.cri().requests().get(0).hop().auth().trouble());
  }

  @Test
  void olderTalosNeverFellBackByItself() {
    RegistryConfig config = config(List.of(mirror("a.io", "https://m")), List.of(), List.of());
    assertThat(urls(trace(config, "1.8.4", "a.io/x").machined())).hasSize(1);
    assertThat(urls(trace(config, "1.9.0", "a.io/x").machined())).hasSize(2);
    assertThat(trace(config, "1.13.5", "a.io/x").machined().requests().get(0).hop().capabilities())
        .containsExactly("pull", "resolve");
    assertThat(trace(config, "1.13.6", "a.io/x").machined().requests().get(0).hop().capabilities())
        .containsExactly("pull", "referrers", "resolve");
  }

  @Test
  void aFailingPullerHasAnErrorAndNoRequest() {
    Tls tls = new Tls("a:5000", null, null, true);
    Trace http =
        trace(
            config(List.of(mirror("a.io", "http://a:5000")), List.of(), List.of(tls)),
            "1.14",
            "a.io/x");
    assertThat(http.machined().requests()).isEmpty();
    assertThat(http.machined().error())
        .isEqualTo("TLS config specified for non-HTTPS registry: \"a:5000\"");
    assertThat(http.cri().requests().get(0).hop().httpFallback()).isTrue();
    assertThat(http.differences()).hasSize(1);
    Mirror empty = new Mirror("a.io", List.of(), true);
    Trace none = trace(config(List.of(empty), List.of(), List.of()), "1.14", "a.io/x");
    assertThat(none.machined().error()).isEqualTo("no resolve hosts: not found");
    assertThat(urls(none.cri())).containsExactly("https://a.io/v2/x/manifests/latest");
  }

  @Test
  void aRequestThatCannotBeSentIsNoAnswer() {
    RegistryConfig config = config(List.of(mirror("a.io", "mirror.local")), List.of(), List.of());
    Request first = trace(config, "1.14", "a.io/x").machined().requests().get(0);
    assertThat(first.hop().unsent()).contains("missing protocol scheme");
    assertThat(first.isSent()).isFalse();
  }

  @Test
  void showsNoPasswordOfAnyUrl() {
    RegistryConfig config =
        config(
            List.of(
                mirror("a.io", "https://u:Sup3r@m", "HTTPS://u:Sup3r@n", "u:Sup3r@o"),
                mirror("b.io", "https://u:Sup3r@m:x:y"),
                mirror("c.io", "https://u:Sup3r@m", "https://u:Sup3r@m")),
            List.of(),
            List.of());
    for (String image : List.of("a.io/x", "b.io/x", "c.io/x", "u:Sup3r@a.io/x", "Sup3r@x/Y")) {
      Trace trace = trace(config, "1.14", image);
      assertThat(trace.image() + trace.machined() + trace.cri() + trace.differences())
          .doesNotContain("Sup3r");
    }
  }

  @Test
  void anythingIsAnAnswer() {
    Trace broken = trace(config(List.of(), List.of(), List.of()), "1.14", "${IMAGE}:1");
    assertThat(broken.registry()).isNull();
    assertThat(broken.cri().error()).startsWith("failed to parse image reference \"${IMAGE}:1\": ");
    assertThat(broken.machined().requests()).isEmpty();
  }

  @Test
  void theImageCacheComesFirst() {
    RegistryConfig config = config(List.of(mirror("a.io", "https://m")), List.of(), List.of());
    Target target = Target.talos(TalosVersion.of("1.14"));
    Trace trace = Tracer.ofTalos(config, target, true, Sources.NONE).trace("a.io/x");
    assertThat(urls(trace.machined()).get(0))
        .isEqualTo(TalosHostsTree.IMAGE_CACHE + "/v2/x/manifests/latest?ns=a.io");
    assertThat(trace.cri().requests().get(1).hop().cause().why())
        .isEqualTo("endpoint 1 of the mirror a.io");
    assertThat(trace.differences()).isEmpty();
  }

  @Test
  void readsDirectoriesSomebodyElseWrote() {
    String hosts =
        """
        [host."https://pull.only"]
          capabilities = ["pull"]
        [host."https://cache/v2/x"]
          override_path = true
          [host."https://cache/v2/x".header]
            Authorization = "Bearer Sup3r"
        """;
    FileView files = new OneFile("/c/_default", hosts);
    ContainerdVersion version = ContainerdVersion.parse("2.2").orElseThrow();
    Tracer tracer = Tracer.ofHosts(files, List.of("/c"), version, null);
    Trace tag = tracer.trace("q.io/a:1");
    assertThat(tag.machined()).isNull();
    assertThat(tag.cri().hostsDir()).isEqualTo("_default");
    assertThat(tag.cri().requests())
        .extracting(Request::manifest)
        .containsExactly(false, true, true);
    assertThat(urls(tag.cri()).get(1)).isEqualTo("https://cache/v2/x/a/manifests/1?ns=q.io");
    Hop cache = tag.cri().requests().get(1).hop();
    assertThat(cache.auth().kind()).isEqualTo(AuthKind.TOKEN);
    assertThat(cache.cause().at().startLine()).isEqualTo(3);
    assertThat(tag.toString() + tag.cri()).doesNotContain("Sup3r");
    Trace digest = tracer.trace("q.io/a@" + DIGEST);
    assertThat(digest.cri().requests()).extracting(Request::manifest).containsOnly(true);
  }

  @Test
  void knowsWhatLeaves() {
    RegistryConfig config =
        config(List.of(mirror("docker.io", "https://harbor.example")), List.of(), List.of());
    assertThat(reach(config, "nginx")).isEqualTo(Reach.LEAVES);
    assertThat(reach(config, "harbor.example/a/b")).isEqualTo(Reach.OWN);
    for (String host :
        List.of(
            "localhost:5000",
            "10.1.2.3:5000",
            "172.16.0.1",
            "192.168.1.1",
            "reg.local",
            "reg.corp.internal:443",
            "[::1]:5000",
            "[fd00::1]")) {
      assertThat(reach(config, host + "/a")).as(host).isEqualTo(Reach.OWN);
    }
    for (String host :
        List.of(
            "quay.io",
            "11.1.2.3",
            "172.32.0.1",
            "10.0.0.1.example.com",
            "[2001:db8::1]",
            "docker.io")) {
      assertThat(reach(config, host + "/a")).as(host).isEqualTo(Reach.LEAVES);
    }
    Mirror sealed =
        new Mirror("quay.io", List.of(Endpoint.of("https://harbor.example/v2/q")), true);
    assertThat(reach(config(List.of(sealed), List.of(), List.of()), "quay.io/a"))
        .isEqualTo(Reach.MIRROR);
    Mirror itself = new Mirror("quay.io", List.of(Endpoint.of("https://quay.io")), true);
    assertThat(reach(config(List.of(itself), List.of(), List.of()), "quay.io/a"))
        .isEqualTo(Reach.LEAVES);
  }

  private static Reach reach(RegistryConfig config, String image) {
    return Scenario.of(trace(config, "1.14", image)).reach();
  }
}
