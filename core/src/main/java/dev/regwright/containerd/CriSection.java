package dev.regwright.containerd;

import dev.regwright.model.ContainerdChange;

/** The tables of {@code plugins} that have held the CRI plugin's image settings. */
public enum CriSection {
  /** Of configuration version 1. */
  SHORT("cri"),
  /** Of configuration version 2. */
  GRPC("io.containerd.grpc.v1.cri"),
  /** Since configuration version 3, which containerd 2.0 brought. */
  IMAGES("io.containerd.cri.v1.images");

  private final String id;

  CriSection(String id) {
    this.id = id;
  }

  /** The key below {@code plugins}. */
  public String id() {
    return id;
  }

  /** The section a version of containerd reads in a file of its own newest version. */
  static CriSection newest(Behaviour behaviour) {
    return behaviour.has(ContainerdChange.IMAGES_PLUGIN) ? IMAGES : GRPC;
  }

  /**
   * Whether a version of containerd looks at it.
   *
   * @param configVersion the version of the file; 1 when it has none
   */
  boolean isRead(Behaviour behaviour, CriRole role, long configVersion) {
    if (role == CriRole.PART) {
      return this == newest(behaviour);
    }
    if (behaviour.has(ContainerdChange.IMAGES_PLUGIN)) {
      return switch (this) {
        case SHORT -> configVersion < 2;
        case GRPC -> configVersion < 3;
        case IMAGES -> true;
      };
    }
    return this == (configVersion < 2 ? SHORT : GRPC);
  }
}
