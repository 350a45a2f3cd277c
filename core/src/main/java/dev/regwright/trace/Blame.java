package dev.regwright.trace;

import dev.regwright.model.ContainerdChange;
import dev.regwright.model.ContainerdVersion;
import org.jspecify.annotations.Nullable;

/**
 * Finds the error a failing pull ends with: since containerd 2.0 the first of those that came
 * nearest to an answer, before the first that is no 404.
 */
final class Blame {
  /** The rank of a host that gave no answer. */
  static final int NOTHING = 1;

  private static final int NOT_FOUND = 2;
  private static final int STATUS = 3;
  private static final int PAGE = 4;

  private final String image;
  private final boolean first;
  private int rank;
  private @Nullable String text;

  Blame(String image, ContainerdVersion version) {
    this.image = image;
    this.first = !ContainerdChange.GO_TOML_2.in(version);
  }

  void add(Answer answer, Request request) {
    String url = request.url();
    switch (answer) {
      case DOWN -> add(NOTHING, "failed to do request: Head " + Texts.quote(url));
      case UNAUTHORIZED -> unauthorized(request.hop().auth(), url);
      case NOT_FOUND -> add(NOT_FOUND, image + ": not found");
      case ERROR -> add(STATUS, status(url, "500 Internal Server Error"));
      case HTML -> add(PAGE, "unexpected media type text/html for sha256:…: not found");
    }
  }

  /** Having no credentials is an error of one's own, having wrong ones is an answer of the host. */
  private void unauthorized(AuthUse auth, String url) {
    if (auth.trouble() != null) {
      add(NOTHING, auth.trouble());
    } else if (auth.kind() == AuthKind.NONE) {
      add(
          NOTHING,
          "pull access denied, repository does not exist or may require authorization:"
              + " authorization failed: no basic auth credentials");
    } else {
      add(STATUS, status(url, "401 Unauthorized"));
    }
  }

  private static String status(String url, String status) {
    return "unexpected status from HEAD request to " + url + ": " + status;
  }

  void add(int newRank, String error) {
    boolean better = newRank > rank;
    if (first && newRank != PAGE) {
      better = rank == 0 || rank == NOT_FOUND;
    }
    if (better) {
      rank = newRank;
      text = error;
    }
  }

  String error() {
    return text == null ? image + ": not found" : text;
  }
}
