package org.vedette.post.exports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A file of an export.
 *
 * @param isPacked whether it gets smaller by packing
 */
record ExportEntry(String name, Flux<ByteBuffer> content, boolean isPacked) {

    static ExportEntry ofText(String name, Flux<String> text) {
        return new ExportEntry(name, text.map(part -> ByteBuffer.wrap(part.getBytes(StandardCharsets.UTF_8))), true);
    }

    static ExportEntry ofText(String name, String text) {
        return ofText(name, Flux.from(Mono.just(text)));
    }
}
