package dev.regwright.preset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.model.Endpoint;
import dev.regwright.model.EndpointUrl;
import dev.regwright.model.Mirror;
import dev.regwright.model.UrlParse;
import dev.regwright.model.UrlRules;
import dev.regwright.preset.PresetResult.Generated;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nodes ask for, each product's own way of writing it. */
class EndpointsTest {
  private static final String ECR = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";
  private static final String NGINX = "library/nginx/manifests/1";
  private static final String REPOSITORY = "org/app/manifests/1";

  /** The preset, its host, its options, what is asked for, and the requests for an image there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          harbor | harbor.test | | docker.io | https://harbor.test/v2/proxy-docker.io
          harbor | harbor.test | | ghcr.io | https://harbor.test/v2/proxy-ghcr.io
          harbor | harbor.test | | registry.k8s.io | https://harbor.test/v2/proxy-registry.k8s.io
          harbor | harbor.test | | reg.test:5000 | https://harbor.test/v2/proxy-reg.test-5000
          harbor | harbor.test | | docker.io=hub | https://harbor.test/v2/hub
          harbor | http://harbor.test:8080 | | quay.io | http://harbor.test:8080/v2/proxy-quay.io
          harbor | [fd00::1]:8443 | | quay.io | https://[fd00::1]:8443/v2/proxy-quay.io
          harbor | harbor.test | prefix= | docker.io | https://harbor.test/v2/docker.io

          zot | zot.test:5000 | | docker.io | https://zot.test:5000/v2/docker.io
          zot | zot.test:5000 | | ghcr.io | https://zot.test:5000/v2/ghcr.io
          zot | zot.test:5000 | | docker.io=docker-images | https://zot.test:5000/v2/docker-images
          zot | zot.test:5000 | | docker.io=a/b | https://zot.test:5000/v2/a/b
          zot | http://zot.test:5000 | layout=root | docker.io | http://zot.test:5000/v2

          nexus | nexus.test | | docker.io | https://nexus.test/v2/docker-io
          nexus | nexus.test | | quay.io=quay-proxy | https://nexus.test/v2/quay-proxy
          nexus | nexus.test | layout=port | docker.io | https://nexus.test:5000/v2
          nexus | nexus.test:8082 | layout=port | docker.io | https://nexus.test:8082/v2
          nexus | nexus.test | layout=port | ghcr.io=5011 | https://nexus.test:5011/v2
          nexus | nexus.test | layout=subdomain | docker.io | https://docker-io.nexus.test/v2
          nexus | nexus.test:8443 | layout=subdomain | docker.io=docker-hub | https://docker-hub.nexus.test:8443/v2
          nexus | nexus.test | layout=repository | docker.io | https://nexus.test/repository/docker-io/v2

          artifactory | art.test | | docker.io | https://art.test/v2/docker-io
          artifactory | art.test | | ghcr.io=ghcr-remote | https://art.test/v2/ghcr-remote
          artifactory | art.test | layout=api | docker.io | https://art.test/artifactory/api/docker/docker-io/v2
          artifactory | art.test | layout=subdomain | quay.io | https://quay-io.art.test/v2
          artifactory | art.test | layout=port | quay.io=5005 | https://art.test:5005/v2
          artifactory | art.test | prefix=remote- | quay.io | https://art.test/v2/remote-quay-io

          gitlab | gitlab.test | group=acme | docker.io | https://gitlab.test/v2/acme/dependency_proxy/containers
          gitlab | gitlab.test | group=acme/sub | docker.io | https://gitlab.test/v2/acme/sub/dependency_proxy/containers
          gitlab | gitlab.com | group=acme | docker.io=other | https://gitlab.com/v2/other/dependency_proxy/containers

          ecr | ECR | | docker.io | https://ECR/v2/docker-hub
          ecr | ECR | | registry.k8s.io | https://ECR/v2/kubernetes
          ecr | ECR | | ghcr.io | https://ECR/v2/github
          ecr | ECR | | quay.io | https://ECR/v2/quay
          ecr | ECR | | public.ecr.aws | https://ECR/v2/ecr-public
          ecr | ECR | | registry.gitlab.com | https://ECR/v2/gitlab
          ecr | 123456789012.dkr-ecr.eu-west-1.on.aws | | cgr.dev | https://123456789012.dkr-ecr.eu-west-1.on.aws/v2/cgr-dev
          ecr | ECR | | 210987654321.dkr.ecr.us-east-1.amazonaws.com | https://ECR/v2/210987654321

          gar | europe-west1-docker.pkg.dev | project=acme | docker.io | https://europe-west1-docker.pkg.dev/v2/acme/docker-io
          gar | us-docker.pkg.dev | project=example.com/acme | registry.k8s.io=k8s | https://us-docker.pkg.dev/v2/example.com/acme/k8s

          acr | acme.azurecr.io | | docker.io | https://acme.azurecr.io/v2/docker-io
          acr | acme.azurecr.io | | docker.io=dockerhub | https://acme.azurecr.io/v2/dockerhub
          acr | acme.azurecr.io | | mcr.microsoft.com | https://acme.azurecr.io/v2/mcr-microsoft-com

          quay | quay.test | | docker.io | https://quay.test/v2/proxy-docker-io
          quay | quay.test:8443 | | ghcr.io=ghcr | https://quay.test:8443/v2/ghcr

          pulp | pulp.test | | docker.io | https://pulp.test/v2/docker-io
          pulp | pulp.test | | docker.io=docker-cache | https://pulp.test/v2/docker-cache
          pulp | pulp.test | | ghcr.io=cache/ghcr | https://pulp.test/v2/cache/ghcr

          cloudsmith | | owner=acme | docker.io | https://docker.cloudsmith.io/v2/acme/docker-io
          cloudsmith | docker.acme.test | owner=acme | quay.io=quay | https://docker.acme.test/v2/acme/quay

          distribution | 10.5.0.1 | | docker.io | http://10.5.0.1:5000/v2
          distribution | 10.5.0.1:6000 | | ghcr.io | http://10.5.0.1:6000/v2
          distribution | https://cache.test | | ghcr.io=443 | https://cache.test:443/v2

          mirror-gcr | | | docker.io | https://mirror.gcr.io/v2

          spegel | 10.5.0.2 | | docker.io | http://10.5.0.2:30020/v2 http://10.5.0.2:30021/v2
          spegel | 10.5.0.2:30020 | | ghcr.io | http://10.5.0.2:30020/v2
          spegel | 10.5.0.2 | | * | http://10.5.0.2:30020/v2 http://10.5.0.2:30021/v2

          talos-image-cache | 172.20.0.1 | | ghcr.io | https://172.20.0.1:12000/v2
          talos-image-cache | 172.20.0.1:3172 | | * | https://172.20.0.1:3172/v2
          """)
  void requestsGoWhereTheProductAnswers(
      String id, String host, String options, String upstream, String bases) {
    String realHost = host == null ? null : host.replace("ECR", ECR);
    Mirror mirror = generated(id, realHost, options, upstream).mirrors().get(0);

    String image = mirror.name().equals("docker.io") ? NGINX : REPOSITORY;
    assertThat(mirror.endpoints().stream().map(e -> request(e, image)))
        .containsExactlyElementsOf(
            Stream.of(bases.replace("ECR", ECR).split(" ", -1))
                .map(base -> base + "/" + image)
                .toList());
  }

  @ParameterizedTest
  @CsvSource({
    "registry.test:5000, registry.test:5000, http://registry.test:5000",
    "http://10.0.0.5:5000, 10.0.0.5:5000, http://10.0.0.5:5000",
    "registry.test, registry.test, http://registry.test",
    "localhost, localhost, http://localhost",
    "[FD00::1]:80, [fd00::1]:80, http://[fd00::1]:80",
  })
  void plainHttpStandsForItself(String host, String name, String url) {
    Generated generated = generated("http", host, null, null);

    assertThat(generated.mirrors())
        .containsExactly(new Mirror(name, List.of(Endpoint.of(url)), true));
  }

  @ParameterizedTest
  @CsvSource({
    "docker.io,https://registry-1.docker.io",
    "ghcr.io,https://ghcr.io",
    "r.test:5000,https://r.test:5000"
  })
  void upstreamsAnswerAt(String name, String url) {
    assertThat(new Upstream(name).url()).isEqualTo(url);
  }

  static Generated generated(String id, String host, String options, String upstream) {
    PresetRequest request =
        PresetRequest.of(host, upstream == null ? List.of() : List.of(upstream));
    for (String option : options == null ? new String[0] : options.split(" ", -1)) {
      String[] parts = option.split("=", 2);
      request = request.withOption(parts[0], parts[1]);
    }
    PresetResult result = Presets.named(id).orElseThrow().generate(request);
    assertThat(result).isInstanceOf(Generated.class);
    return (Generated) result;
  }

  /** The URL Talos and containerd ask, by the rule both follow for the base path. */
  static String request(Endpoint endpoint, String path) {
    UrlParse.Ok parsed = (UrlParse.Ok) EndpointUrl.parse(endpoint.url(), UrlRules.GO_1_26);
    EndpointUrl url = parsed.url();
    return url.scheme()
        + "://"
        + url.host()
        + base(url.path(), endpoint.overridesPath())
        + "/"
        + path;
  }

  private static String base(String path, boolean override) {
    if (path.isEmpty()) {
      return override ? "" : "/v2";
    }
    String cleaned =
        List.of(path.split("/", -1)).stream()
            .filter(segment -> !segment.isEmpty())
            .map(segment -> "/" + segment)
            .collect(Collectors.joining());
    return override || cleaned.endsWith("/v2") ? cleaned : cleaned + "/v2";
  }
}
