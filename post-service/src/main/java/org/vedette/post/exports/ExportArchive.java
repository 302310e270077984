package org.vedette.post.exports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.vedette.starter.ThreadConfined;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;

/**
 * Packs files as a zip, part by part, as far as somebody takes the parts: in memory are one part and the names of the files that were
 * packed.
 */
@ThreadConfined("the subscription that packs, one signal after another")
final class ExportArchive {

    /** Those who send a response ask for hundreds of parts at once. */
    static final int PART = 32 * 1024;

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream(2 * PART);
    private final ZipOutputStream zip = new ZipOutputStream(packed, StandardCharsets.UTF_8);
    private final FileTime time;

    private ExportArchive(Instant now) {
        this.time = FileTime.from(now);
    }

    /** @param packing has the threads that pack */
    static Flux<ByteBuffer> of(Flux<ExportEntry> entries, Instant now, Scheduler packing) {
        return Flux.defer(() -> {
            var archive = new ExportArchive(now);
            return entries.concatMap(archive::steps, 0)
                    .concatWith(Mono.just(archive.zip::finish))
                    .publishOn(packing, 1)
                    .handle(archive::run)
                    .concatWith(Mono.fromSupplier(archive::rest));
        });
    }

    /** Something that writes to the zip. */
    @FunctionalInterface
    private interface Step {

        void run() throws IOException;
    }

    private Flux<Step> steps(ExportEntry entry) {
        return Flux.concat(
                Mono.<Step>just(() -> begin(entry)),
                entry.content().concatMapIterable(ExportArchive::parts, 1).<Step>map(part -> () -> write(part)),
                Mono.<Step>just(zip::closeEntry));
    }

    private void begin(ExportEntry entry) throws IOException {
        zip.setLevel(entry.isPacked() ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION);
        var named = new ZipEntry(entry.name());
        named.setLastModifiedTime(time);
        zip.putNextEntry(named);
    }

    private static List<ByteBuffer> parts(ByteBuffer content) {
        var parts = new ArrayList<ByteBuffer>();
        for (var from = content.position(); from < content.limit(); from += PART) {
            parts.add(content.duplicate().position(from).limit(Math.min(content.limit(), from + PART)));
        }
        return parts;
    }

    private void write(ByteBuffer part) throws IOException {
        var bytes = new byte[part.remaining()];
        part.get(bytes);
        zip.write(bytes);
    }

    private void run(Step step, SynchronousSink<ByteBuffer> sink) {
        try {
            step.run();
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        if (packed.size() >= PART) {
            sink.next(rest());
        }
    }

    /** What was packed since the last part. */
    private ByteBuffer rest() {
        var bytes = packed.toByteArray();
        packed.reset();
        return ByteBuffer.wrap(bytes);
    }
}
