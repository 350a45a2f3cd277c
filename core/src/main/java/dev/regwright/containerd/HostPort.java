package dev.regwright.containerd;

/**
 * Host and port as Go's {@code net.SplitHostPort} tells them apart.
 *
 * @param host the host without brackets, or the whole text when there is no port
 * @param port the port, or empty
 */
record HostPort(String host, String port) {
  static HostPort of(String text) {
    HostPort none = new HostPort(text, "");
    int colon = text.lastIndexOf(':');
    if (colon < 0) {
      return none;
    }
    String host = text.substring(0, colon);
    if (host.startsWith("[")) {
      if (host.indexOf(']') != host.length() - 1) {
        return none;
      }
      host = host.substring(1, host.length() - 1);
    } else if (host.indexOf(':') >= 0) {
      return none;
    }
    boolean brackets = host.indexOf('[') >= 0 || host.indexOf(']') >= 0;
    return brackets ? none : new HostPort(host, text.substring(colon + 1));
  }

  /** {@code docker.IsLocalhost}: the name, or an address of the machine itself. */
  boolean isLocal() {
    return host.equals("localhost") || isLoopback(host);
  }

  private static boolean isLoopback(String host) {
    String v4 = host.startsWith("::ffff:") ? host.substring("::ffff:".length()) : host;
    if (v4.startsWith("127.")) {
      return isIpv4(v4);
    }
    return isLoopbackV6(host);
  }

  private static boolean isIpv4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return false;
    }
    for (String part : parts) {
      boolean number = part.matches("0|[1-9][0-9]{0,2}");
      if (!number || Integer.parseInt(part) > 255) {
        return false;
      }
    }
    return true;
  }

  /** {@code ::1} in any spelling: zeros and colons before a last group that is one. */
  private static boolean isLoopbackV6(String text) {
    if (!text.matches("[0:]{2,38}1") || text.contains(":::")) {
      return false;
    }
    int gap = text.indexOf("::");
    String[] groups = text.split(":", -1);
    boolean whole = gap < 0 && groups.length == 8;
    boolean short_ = gap >= 0 && text.indexOf("::", gap + 1) < 0 && groups.length <= 9;
    for (String group : groups) {
      if (group.length() > 4) {
        return false;
      }
    }
    return whole || short_;
  }
}
