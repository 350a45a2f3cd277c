package dev.regwright.trace;

/** Something on a node that pulls images. */
sealed interface Puller permits MachinedPuller, CriPuller {
  /** Where it pulls the images of a registry from; any text gives an answer. */
  Route route(String registry);
}
