package communique.briefing;

import org.jspecify.annotations.Nullable;

/**
 * A media file in the store.
 *
 * @param sha256 its address
 * @param type its media type (RFC 6838), as detected from its content
 * @param size in bytes
 * @param width of an image, in pixels
 * @param height of an image, in pixels
 */
public record MediaFile(
    Digest sha256, String type, long size, @Nullable Integer width, @Nullable Integer height) {}
