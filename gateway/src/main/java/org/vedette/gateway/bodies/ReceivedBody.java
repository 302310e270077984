package org.vedette.gateway.bodies;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DataBufferUtils;
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

    @GuardedBy("this")
    private ByteArrayOutputStream memory = new ByteArrayOutputStream();

    @GuardedBy("this")
    private @Nullable BodyFile file;

    @GuardedBy("this")
    private long size;

    @GuardedBy("this")
    private long inMemory;

    @GuardedBy("this")
    private long onDisk;

    @GuardedBy("this")
    private boolean released;

    ReceivedBody(BodySpaces spaces, DataSize limit) {
        this.spaces = spaces;
        this.limit = limit;
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
        return spaces.openFile().flatMap(opened -> moveTo(opened, bytes));
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
        if (!spaces.disk().tryReserve(bytes.length)) {
            return Mono.error(tooMany());
        }
        onDisk += bytes.length;
        return target.append(bytes);
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
                "There is no space for the body of this request, because many others are arriving. Send it"
                        + " again later."));
    }
}
