package dev.regwright.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownPageTest {
  @Test
  void rendersWhatOurPagesUse() {
    String page =
        """
        # path-needs-override

        *error · pull*

        <!-- a note to ourselves -->
        Requests go to `/v2/proxy/v2/…`, which no registry answers. This sentence is here only to make
        the paragraph longer than one line of a terminal.

        - an item that is long enough to need a second line, which then has to stand below the first one
        - another one, as in [containerd](https://example.org/x.go)

        | a | b |
        |---|---|

        ## Bad

        ```yaml
        endpoints:

          - url: https://h/v2/x
        ```
        """;

    assertThat(new MarkdownPage(false).render(page))
        .isEqualTo(
            """
            path-needs-override

            error · pull

            Requests go to `/v2/proxy/v2/…`, which no registry answers. This sentence is here only
            to make the paragraph longer than one line of a terminal.

            - an item that is long enough to need a second line, which then has to stand below the
              first one
            - another one, as in containerd <https://example.org/x.go>

            | a | b |
            |---|---|

            Bad

                endpoints:

                  - url: https://h/v2/x
            """);
  }

  @Test
  void paintsHeadingsAndCode() {
    assertThat(new MarkdownPage(true).render("# Head\n\n```\ncode\n```\n"))
        .isEqualTo("\u001B[1mHead\u001B[0m\n\n    \u001B[36mcode\u001B[0m\n");
  }

  @Test
  void survivesAnUnclosedFenceAndNothing() {
    assertThat(new MarkdownPage(false).render("```\ncode")).isEqualTo("    code\n");
    assertThat(new MarkdownPage(false).render("")).isEqualTo("\n");
  }
}
