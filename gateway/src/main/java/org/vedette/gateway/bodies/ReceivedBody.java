package org.vedette.gateway.bodies;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.util.unit.DataSize;
import org.vedette.gateway.fallback.GatewayProblem;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The body of a request, in memory while it is small and in a file afterwards. It holds copies, because a few bytes would
 * keep a whole buffer of the connection in memory. A client may disconnect while a file is written, hence the lock.
 */
final class ReceivedBody {

    private final BodySpaces spaces;
    private final DataSize limit;

    /** What the client says that it will send; 0 when it does not say. */
    private final long declared;

    @GuardedBy("this")
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();

    @GuardedBy("this")
    private @Nullable BodyFile file;

    @GuardedBy("this")
    private long size;

    @GuardedBy("this")
    private long inMemory;

    /** Reserved; what is declared is reserved as a whole, so that bodies do not keep one another from being completed. */
    @GuardedBy("this")
    private long onDisk;

    @GuardedBy("this")
    private long written;

    @GuardedBy("this")
    private boolean released;

    ReceivedBody(BodySpaces spaces, DataSize limit, long declared) {
        this.spaces = spaces;
        this.limit = limit;
        this.declared = declared;
    }

    synchronized long size() {
        return size;
    }

    /** Appends a buffer and releases it. */
    Mono<Void> append(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return append(bytes);
    }

    private synchronized Mono<Void> append(byte[] bytes) {
        if (released) {
            return Mono.empty();
        }
        size += bytes.length;
        if (size > limit.toBytes()) {
            return Mono.error(tooLarge(limit));
        }
        if (file != null) {
            return write(file, bytes);
        }
        if (size <= spaces.maxInMemory() && reserveMemory(bytes.length)) {
            memory.writeBytes(bytes);
            return Mono.empty();
        }
        return reserveDisk(Math.max(size, declared))
                ? spaces.openFile()
                        .onErrorMap(IOException.class, this::noSpace)
                        .flatMap(opened -> moveTo(opened, bytes))
                : Mono.error(tooMany());
    }

    @GuardedBy("this")
    private boolean reserveMemory(int bytes) {
        var reserved = spaces.memory().tryReserve(bytes);
        inMemory += reserved ? bytes : 0;
        return reserved;
    }

    private synchronized Mono<Void> moveTo(BodyFile opened, byte[] bytes) {
        if (released) {
            opened.close();
            return Mono.empty();
        }
        file = opened;
        var before = memory.toByteArray();
        releaseMemory();
        return write(opened, before).then(write(opened, bytes));
    }

    @GuardedBy("this")
    private Mono<Void> write(BodyFile target, byte[] bytes) {
        written += bytes.length;
        return reserveDisk(written)
                ? target.append(bytes).onErrorMap(IOException.class, this::noSpace)
                : Mono.error(tooMany());
    }

    /** @param bytes of the whole body */
    @GuardedBy("this")
    private boolean reserveDisk(long bytes) {
        var missing = bytes - onDisk;
        if (missing <= 0) {
            return true;
        }
        var reserved = spaces.disk().tryReserve(missing);
        onDisk += reserved ? missing : 0;
        return reserved;
    }

    private ProblemException noSpace(IOException failure) {
        spaces.recordFailure(failure);
        return new ProblemException(Problem.of(
                StandardProblem.INSUFFICIENT_STORAGE,
                "The server has no space on its disk for the body of this request. Nothing was saved. Send it again later; if that"
                        + " fails too, ask the people who run this site to make room."));
    }

    /** The whole body; it can be read again. */
    synchronized Flux<DataBuffer> read(DataBufferFactory buffers) {
        if (file != null) {
            return file.read(buffers);
        }
        var bytes = memory.toByteArray();
        return Flux.defer(() -> Flux.just(buffers.wrap(bytes)));
    }

    /** Gives its space back; it cannot be read any more. */
    synchronized void release() {
        if (released) {
            return;
        }
        released = true;
        releaseMemory();
        spaces.disk().release(onDisk);
        if (file != null) {
            file.close();
        }
    }

    @GuardedBy("this")
    private void releaseMemory() {
        memory = new ByteArrayOutputStream(0);
        spaces.memory().release(inMemory);
        inMemory = 0;
    }

    static ProblemException tooLarge(DataSize limit) {
        return new ProblemException(
                GatewayProblem.tooLarge(StandardProblem.REQUEST_TOO_LARGE, "The body of this request", limit));
    }

    private static ProblemException tooMany() {
        return new ProblemException(Problem.of(
                        GatewayProblem.TOO_MANY_BODIES,
                        "There is no space for the body of this request, because many others are arriving. Nothing was saved."
                                + " Send it again later.")
                .withHeader(HttpHeaders.RETRY_AFTER, "30"));
    }
}
