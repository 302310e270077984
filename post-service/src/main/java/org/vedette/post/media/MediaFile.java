package org.vedette.post.media;

/**
 * A file that was made of a picture.
 *
 * @param name last segment of its address, such as {@code 960.webp}
 * @param size in bytes
 * @param tag beginning of the SHA-256 of the content, in hexadecimal
 * @param key what the store finds the content by
 */
public record MediaFile(String name, ImageFormat format, int width, int height, long size, String tag, String key) {

    static final int TAG_LENGTH = 32;
}
