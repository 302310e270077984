package org.vedette.notification.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.vedette.starter.failures.UnreadableDocumentException;

/** Reads documents one at a time, so that one that cannot be read is named by its id and holds up no other. */
@Component
public final class DocumentReader {

    private static final Logger log = LoggerFactory.getLogger(DocumentReader.class);

    private final MeterRegistry meters;

    public DocumentReader(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * Reads the one document that was asked for.
     *
     * @throws UnreadableDocumentException when the conversion fails
     */
    public <T> T read(String collection, Document document, Function<Document, T> conversion) {
        try {
            return conversion.apply(document);
        } catch (RuntimeException unreadable) {
            meters.counter("vedette.notification.documents.unreadable", "collection", collection)
                    .increment();
            throw new UnreadableDocumentException(
                    collection, document.getOrDefault("_id", "without an id"), unreadable);
        }
    }

    /** Reads one of many documents; null, after a line in the log, when the conversion fails. */
    public <T> @Nullable T readOrSkip(String collection, Document document, Function<Document, T> conversion) {
        try {
            return read(collection, document, conversion);
        } catch (UnreadableDocumentException unreadable) {
            log.error("Skipped: {}; the others are processed", unreadable.getMessage());
            return null;
        }
    }
}
