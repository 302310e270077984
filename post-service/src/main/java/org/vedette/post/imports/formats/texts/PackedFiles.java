package org.vedette.post.imports.formats.texts;

import java.io.InputStream;
import java.util.List;

/** The files of an archive. What cannot be read signals an {@link org.vedette.post.content.InvalidValueException}. */
public interface PackedFiles extends AutoCloseable {

    /** The names of the files, in the order of the archive. */
    List<String> names();

    /** The names of files that would lead out of the archive; none of them is read. */
    List<String> refusedNames();

    boolean has(String name);

    /** Opens a file; reading more than {@code max} bytes of it is refused. */
    InputStream open(String name, long max);

    /** Reads a file as a whole, whose checksum must be right. */
    byte[] read(String name, int max);

    @Override
    void close();
}
