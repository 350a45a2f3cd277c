package dev.regwright.trace.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regwright.source.SourceFile;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ImageListTest {
  private static ImageList read(String text) {
    return ImageList.read(SourceFile.of("images", text));
  }

  @Test
  void takesOneImageFromEachLine() {
    ImageList list =
        read("# system\nghcr.io/siderolabs/flannel:v0.27.4\n\n  nginx  # web\nnginx\r\nx:1#2\n");
    assertThat(list.images())
        .containsExactly("ghcr.io/siderolabs/flannel:v0.27.4", "nginx", "x:1#2");
    assertThat(list.notes()).isEmpty();
  }

  @Test
  void takesAllImagesOfALine() {
    assertThat(read("'a/b:1', c:2 \"d/e\"\n- f/g:3\n").images())
        .containsExactly("a/b:1", "c:2", "d/e", "f/g:3");
    ImageList prose = read("no picture here\nnginx\n");
    assertThat(prose.images()).containsExactly("nginx");
    assertThat(prose.notes()).containsExactly("images:1: no image in this line");
  }

  @Test
  void readsTablesByTheirHeader() {
    String kubectl =
        """
        NAMESPACE   NAME      READY   UP-TO-DATE   AGE           CONTAINERS   IMAGES              SELECTOR
        default     web       1/1     1            3d (2h ago)   web,log      nginx:1,fluent/bit  app=web
        kube-system coredns   2/2     2            5d            dns          <none>              k8s-app=dns
        """;
    ImageList list = read(kubectl);
    assertThat(list.images()).containsExactly("nginx:1", "fluent/bit");
    assertThat(list.notes()).containsExactly("images:3: no image in this line");
    String crictl =
        """
        IMAGE                    TAG      IMAGE ID        SIZE
        docker.io/library/nginx  1.29     0123456789abc   70MB
        ghcr.io/a/b              <none>   0123456789abd   70MB
        """;
    assertThat(read(crictl).images())
        .containsExactly("docker.io/library/nginx:1.29", "ghcr.io/a/b");
    String talosctl =
        """
        NODE         IMAGE                                DIGEST           SIZE     CREATED
        10.5.0.2     registry.k8s.io/pause:3.10           sha256:ee6521f   320 kB   2 hours ago
        """;
    assertThat(read(talosctl).images()).containsExactly("registry.k8s.io/pause:3.10");
  }

  @Test
  void readsManifests() {
    String manifests =
        """
        apiVersion: v1
        kind: Pod
        spec:
          initContainers: [{name: i, "image": "init:1"}]
          containers:
            - image: nginx@sha256:aaaa # web
              name: web
            - name: log
              image: &log fluent/bit:2
            - name: again
              image: *log
        ---
        image: {repository: not/this, tag: one}
        other: {images: [nor/this]}
        --- [broken
        image: x
        ---
        spec: {template: {spec: {containers: [{image: last:1}]}}}
        """;
    ImageList list = read(manifests);
    assertThat(list.images())
        .containsExactlyInAnyOrder("init:1", "nginx@sha256:aaaa", "fluent/bit:2", "last:1");
    assertThat(list.notes()).singleElement().asString().contains("cannot be read");
    assertThat(read("{\"items\":[{\"image\":\"a:1\",\"imageID\":\"b\"}]}").images())
        .containsExactly("a:1");
  }

  @Test
  void aListIsNoManifest() {
    assertThat(read("my/image:1\nimage:2\n").images()).containsExactly("my/image:1", "image:2");
  }

  @Test
  void takesAnyTextInLittleTime() {
    for (String part : List.of("a", "a b\n", "image ", "- image: a\n", "IMAGE\n", "\uD800", "[")) {
      ImageList list =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(60), () -> read(part.repeat(1_000_000 / part.length())));
      assertThat(list.notes()).hasSizeLessThan(30);
    }
  }
}
