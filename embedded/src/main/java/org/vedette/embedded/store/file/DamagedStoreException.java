package org.vedette.embedded.store.file;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.vedette.embedded.EmbeddedStartException;

/** Thrown when the file of a store lacks something that was acknowledged; the file is left as it is. */
public final class DamagedStoreException extends EmbeddedStartException {

    private final Path file;

    DamagedStoreException(Path file, String damage, @Nullable Throwable cause) {
        super(
                "The store's file " + file + " is damaged (" + damage
                        + "): restore its directory from a backup, or move"
                        + " that directory away to begin without data.",
                cause);
        this.file = file;
    }

    /** The damaged file. */
    public Path file() {
        return file;
    }
}
