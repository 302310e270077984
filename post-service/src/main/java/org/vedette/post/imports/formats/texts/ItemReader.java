package org.vedette.post.imports.formats.texts;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.vedette.post.imports.FoundItem;

/** Reads the items of a text in one format. */
@FunctionalInterface
public interface ItemReader {

    /**
     * Hands on the items of a text in their order.
     *
     * @param read counts the bytes that were read
     */
    void read(TextSource text, Consumer<FoundItem> items, AtomicLong read) throws IOException;
}
