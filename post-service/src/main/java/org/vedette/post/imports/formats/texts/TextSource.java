package org.vedette.post.imports.formats.texts;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A text that posts are read from.
 *
 * @param name of the file in an archive; empty for the only one
 */
public record TextSource(String name, Opening opening, long size) {

    /** Opens the text, each time from its beginning. */
    @FunctionalInterface
    public interface Opening {

        InputStream open() throws IOException;
    }

    /** A location in it, for people. */
    public String line(long number) {
        return name.isEmpty() ? "line " + number : name + ", line " + number;
    }

    /** Its first bytes, which say how it is encoded. */
    public byte[] beginning() throws IOException {
        try (var in = opening.open()) {
            return in.readNBytes(TextEncoding.BEGINNING);
        }
    }

    /** Opens it, and counts what is read. */
    public InputStream open(AtomicLong read) throws IOException {
        return new FilterInputStream(opening.open()) {
            @Override
            public int read() throws IOException {
                var next = super.read();
                read.addAndGet(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                var count = super.read(buffer, offset, length);
                read.addAndGet(Math.max(0, count));
                return count;
            }
        };
    }
}
