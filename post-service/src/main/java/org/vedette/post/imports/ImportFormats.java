package org.vedette.post.imports;

import java.nio.file.Path;

/** The formats that posts are imported from. */
@FunctionalInterface
public interface ImportFormats {

    /**
     * Opens a file of whichever format it has; its content decides, never its name.
     *
     * @param name as whoever sent it called it, by which a single text is known again; empty when nobody said
     * @throws ImportException when it has none that is known
     */
    ImportFile open(Path file, String name);
}
