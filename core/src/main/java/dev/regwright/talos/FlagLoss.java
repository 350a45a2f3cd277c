package dev.regwright.talos;

/**
 * Something a configuration says and flags cannot.
 *
 * @param part what it belongs to
 * @param name the name of the mirror, or the host of credentials and TLS settings
 * @param endpoint which endpoint of the mirror, counted from 0; -1 when it is about all of it
 * @param what what is lost, a noun phrase
 * @param why why flags cannot say it
 */
public record FlagLoss(Part part, String name, int endpoint, String what, String why) {
  /** The sorts of values a configuration has. */
  public enum Part {
    MIRROR,
    AUTH,
    TLS
  }
}
