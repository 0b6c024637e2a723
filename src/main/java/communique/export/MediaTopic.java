package communique.export;

/** How a subject such as {@code medtop:20000587} is spelled elsewhere (IPTC NewsCodes). */
final class MediaTopic {
  static final String SCHEME = "http://cv.iptc.org/newscodes/mediatopic/";

  private MediaTopic() {}

  static String code(String subject) {
    return subject.substring("medtop:".length());
  }

  static String address(String subject) {
    return SCHEME + code(subject);
  }
}
