package dev.regwright.model;

/** What became of reading an image reference. */
public sealed interface ImageParse permits ImageParse.Ok, ImageParse.Failed {

  /**
   * The text is an image reference.
   *
   * @param image its parts
   */
  record Ok(ImageReference image) implements ImageParse {}

  /**
   * Nothing can be pulled by that name.
   *
   * @param error what the node says; it may repeat a part of the text
   */
  record Failed(String error) implements ImageParse {
    /** The kind of error; the rest may repeat the text. */
    @Override
    public String toString() {
      int end = error.indexOf('(');
      return "Failed[" + (end < 0 ? error : error.substring(0, end).strip()) + "]";
    }
  }
}
