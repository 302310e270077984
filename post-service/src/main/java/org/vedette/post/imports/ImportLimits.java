package org.vedette.post.imports;

/**
 * What an import may take.
 *
 * @param bytes size of the file
 * @param entries files in an archive
 * @param unpackedBytes of all that is read from an archive together
 * @param textBytes of one post
 * @param pictureBytes of one picture
 */
public record ImportLimits(long bytes, int entries, long unpackedBytes, int textBytes, int pictureBytes) {}
