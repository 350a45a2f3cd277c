package dev.regwright.preset;

import dev.regwright.model.Endpoint;
import java.util.List;

/**
 * An upstream and how nodes reach it.
 *
 * @param place what tells it from the others on the product; empty if nothing does
 * @param endpoints at least one
 */
record Route(Upstream upstream, String place, List<Endpoint> endpoints) {
  Route {
    endpoints = List.copyOf(endpoints);
  }

  /** The URL tried first. */
  String url() {
    return endpoints.get(0).url();
  }
}
