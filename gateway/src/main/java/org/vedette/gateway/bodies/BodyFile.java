package org.vedette.gateway.bodies;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.vedette.starter.ThreadConfined;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A file that has no name any more, so that the operating system removes it when it is closed or the process ends. */
@ThreadConfined("the request whose body it holds, one write after another")
final class BodyFile {

    private static final Logger log = LoggerFactory.getLogger(BodyFile.class);

    private static final int READ_BYTES = 64 * 1024;

    private final FileChannel channel;
    private long length;

    private BodyFile(FileChannel channel) {
        this.channel = channel;
    }

    static Mono<BodyFile> open(Path directory) {
        return Mono.fromCallable(() -> {
                    var path = Files.createTempFile(directory, "vedette-body", null);
                    return new BodyFile(FileChannel.open(
                            path,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE));
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    Mono<Void> append(byte[] bytes) {
        return Mono.<Void>fromCallable(() -> {
                    write(ByteBuffer.wrap(bytes));
                    return null;
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            length += channel.write(bytes, length);
        }
    }

    /** Reads as fast as buffers are requested, on another thread than the event loop's. */
    Flux<DataBuffer> read(DataBufferFactory buffers) {
        return Flux.<DataBuffer, Long>generate(() -> 0L, (position, sink) -> {
                    var bytes = readAt(position);
                    if (bytes.hasRemaining()) {
                        sink.next(buffers.wrap(bytes));
                    } else {
                        sink.complete();
                    }
                    return position + bytes.remaining();
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private ByteBuffer readAt(long position) {
        try {
            var bytes = ByteBuffer.allocate((int) Math.min(READ_BYTES, length - position));
            var read = 0;
            while (bytes.hasRemaining() && read >= 0) {
                read = channel.read(bytes, position + bytes.position());
            }
            return bytes.flip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            log.warn("A temporary file of a request body could not be closed: {}", e.toString());
        }
    }
}
