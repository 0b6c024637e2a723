package communique.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Tells what containers of sound and moving pictures are, by their heads: MP4 by the brands of an
 * ISO base media file (ISO/IEC 14496-12, section 4.3), WebM by the document type of EBML (RFC 8794,
 * section 11.2.4), Opus by the first page of Ogg.
 */
final class Containers {
  /** How much of a file is its head, in bytes. */
  static final int HEAD = 4096;

  /** Names of the same and of what is told by the container alone (RFC 5334, section 10). */
  private static final Map<String, String> WIDER =
      Map.of("video/x-m4v", "video/mp4", "audio/opus", "audio/ogg", "audio/vorbis", "audio/ogg");

  private static final Pattern MP4 =
      Pattern.compile("iso[m2-9a-c]|mp4[12]|avc1|dash|cmfc|M4V[ HP]|MSNV");
  private static final Set<String> QUICKTIME_OR_PICTURE =
      Set.of("qt  ", "mif1", "msf1", "avif", "avis", "heic", "heix", "hevc");
  private static final int DOCTYPE = 0x4282;

  private Containers() {}

  /** The type of the container, where a type names something narrower. */
  static String wider(String type) {
    return WIDER.getOrDefault(type, type);
  }

  /**
   * What a file is whose first bytes have a common beginning only.
   *
   * @param type as found by that beginning
   */
  static String named(String type, byte[] head) {
    return switch (type) {
      case "video/quicktime" -> isMp4(head) ? "video/mp4" : type;
      case "application/x-matroska" -> isWebM(head) ? "video/webm" : type;
      case "application/ogg" -> isOpus(head) ? "audio/ogg" : type;
      default -> wider(type);
    };
  }

  // A box: its size, "ftyp", the major brand, its version, then all brands it is compatible with.
  private static boolean isMp4(byte[] head) {
    if (head.length < 16 || !text(head, 4, 4).equals("ftyp")) {
      return false;
    }
    String major = text(head, 8, 4);
    Set<String> brands = new TreeSet<>(Set.of(major));
    long end = Math.min(number(head, 0, 4), head.length);
    for (int at = 16; at + 4 <= end; at += 4) {
      brands.add(text(head, at, 4));
    }
    return !QUICKTIME_OR_PICTURE.contains(major)
        && brands.stream().anyMatch(brand -> MP4.matcher(brand).matches());
  }

  // The header of EBML: an identifier of four bytes and a length, then elements of the same make.
  private static boolean isWebM(byte[] head) {
    int at = 4;
    at += width(head, at);
    while (at + 4 < head.length) {
      int idWidth = width(head, at);
      int size = at + idWidth;
      if (idWidth > 4 || size >= head.length) {
        return false;
      }
      int content = size + width(head, size);
      long length = value(head, size);
      if (idWidth == 2 && number(head, at, 2) == DOCTYPE) {
        return length >= 4 && text(head, content, (int) Math.min(length, 32)).trim().equals("webm");
      }
      if (length < 0 || length > HEAD) {
        return false;
      }
      at = content + (int) length;
    }
    return false;
  }

  // The first page, whose list of segments tells where its packet begins, has the header of Opus
  // and nothing else (RFC 7845, section 5.1).
  private static boolean isOpus(byte[] head) {
    return head.length > 27 && text(head, 27 + (head[26] & 0xff), 8).equals("OpusHead");
  }

  // Of a number of variable size, the zeros before the first one tell how many bytes it has.
  private static int width(byte[] bytes, int at) {
    return at < bytes.length ? Integer.numberOfLeadingZeros(bytes[at] & 0xff) - 23 : 9;
  }

  private static long value(byte[] bytes, int at) {
    int width = width(bytes, at);
    return width > 8 ? -1 : number(bytes, at, width) & ((1L << (7 * width)) - 1);
  }

  private static long number(byte[] bytes, int from, int length) {
    long number = 0;
    for (int i = from; i < from + length; i++) {
      number = (number << 8) | (i < bytes.length ? bytes[i] & 0xff : 0);
    }
    return number;
  }

  private static String text(byte[] bytes, int from, int length) {
    int last = Math.min(bytes.length, from + length);
    return from >= last ? "" : new String(bytes, from, last - from, ISO_8859_1);
  }
}
