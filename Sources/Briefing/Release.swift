// Which release this is: `--version` prints it, and servers are told it.

/// The release.
public enum Release {
  public static let version = "0.2.0"
}
