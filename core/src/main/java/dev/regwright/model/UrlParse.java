package dev.regwright.model;

/** What became of reading a URL. */
public sealed interface UrlParse permits UrlParse.Ok, UrlParse.Failed {

  /**
   * The text is a URL. That says little: {@code foo} and {@code https:} are URLs too.
   *
   * @param url its parts
   */
  record Ok(EndpointUrl url) implements UrlParse {}

  /**
   * Go refuses the text.
   *
   * @param reason what Go says is wrong; it may repeat a part of the text
   * @param quotedInput what was parsed, in quotes as Go prints it: without the fragment, unless the
   *     fragment is what is wrong. It may hold a password.
   */
  record Failed(String reason, String quotedInput) implements UrlParse {

    /** The whole text of Go's {@code url.Error}, with everything that was parsed. */
    public String message() {
      return "parse " + quotedInput + ": " + reason;
    }

    /** The reason as far as it repeats nothing of the text, which may hold a password. */
    @Override
    public String toString() {
      int quote = reason.indexOf('"');
      return "Failed[" + (quote < 0 ? reason : reason.substring(0, quote) + "...") + "]";
    }
  }
}
