package communique.archive;

/** Taking away what no version shows. */
final class MediaSweep {
  /** The number space of the locks that say a file is in use. */
  static final int LOCKS = 1;

  private MediaSweep() {}
}
