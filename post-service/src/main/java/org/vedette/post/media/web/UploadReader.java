package org.vedette.post.media.web;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.InvalidMimeTypeException;
import org.vedette.post.media.MediaException.MediaBusyException;
import org.vedette.post.media.MediaException.UploadTooLargeException;
import org.vedette.post.media.MediaLimits;
import org.vedette.starter.failures.DroppedErrors;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Mono;

/** Reads an upload into memory, from a form or from a request that is the picture itself. */
@Component
public final class UploadReader {

    static final String FILE = "file";
    static final String ALT = "alt";

    /** Headers and boundaries of the parts, and the text. */
    private static final int FORM_OVERHEAD = 64 * 1024;

    /** So many of the largest size, more of smaller ones. */
    private static final int AT_ONCE = 4;

    private static final Set<String> PICTURES =
            Set.of("image/png", "image/jpeg", "image/webp", "image/gif", "application/octet-stream");

    private final PartEventHttpMessageReader parts = new PartEventHttpMessageReader();
    private final AtomicLong free;
    private final MediaLimits limits;

    UploadReader(MediaLimits limits) {
        this.limits = limits;
        this.free = new AtomicLong(limits.bytes() * AT_ONCE);
    }

    /** Reads an upload and uses it; refuses more at once than memory is there for. */
    public <T> Mono<T> read(ServerHttpRequest request, Function<UploadParts, Mono<T>> use) {
        return read(request, use, (failure, text) -> Mono.error(failure));
    }

    /**
     * Reads an upload and uses it; refuses more at once than memory is there for.
     *
     * @param onFailure answers a failure, with the text of the picture as far as it came, so that nobody types it again
     */
    public <T> Mono<T> read(
            ServerHttpRequest request,
            Function<UploadParts, Mono<T>> use,
            BiFunction<Throwable, String, Mono<T>> onFailure) {
        return Mono.defer(() -> {
            var size = size(request);
            if (free.addAndGet(-size) < 0) {
                free.getAndAdd(size);
                return onFailure.apply(new MediaBusyException("Too many pictures are being uploaded"), "");
            }
            var upload = new UploadParts(limits.bytes());
            return Mono.defer(() -> read(request, upload))
                    .then(Mono.defer(() -> use.apply(upload)))
                    .onErrorResume(failure -> onFailure.apply(failure, upload.alt()))
                    .doFinally(end -> free.getAndAdd(size));
        });
    }

    /** The size that a request says, or the largest. */
    private long size(ServerHttpRequest request) {
        var length = request.getHeaders().getContentLength();
        return length < 0 ? limits.bytes() : Math.min(length, limits.bytes());
    }

    /** What a request says it is decides how its body is read, and not what the file is. */
    private Mono<Void> read(ServerHttpRequest request, UploadParts upload) {
        var type = contentType(request);
        var length = request.getHeaders().getContentLength();
        if (MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
            upload.beginForm(length > limits.bytes() + FORM_OVERHEAD);
            return readForm(request, upload);
        }
        if (!PICTURES.contains(type.getType() + "/" + type.getSubtype())) {
            throw unsupported(type.toString());
        }
        if (length > limits.bytes()) {
            throw new UploadTooLargeException(limits.bytes());
        }
        return request.getBody()
                .collect(() -> upload, UploadParts::addToFile)
                .then()
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release);
    }

    private Mono<Void> readForm(ServerHttpRequest request, UploadParts upload) {
        return parts.read(ResolvableType.forClass(PartEvent.class), request, Map.of())
                .collect(() -> upload, UploadParts::add)
                .then()
                .doOnDiscard(PartEvent.class, event -> DataBufferUtils.release(event.content()))
                .onErrorMap(DecodingException.class, UploadReader::malformed)
                .onErrorMap(
                        DataBufferLimitException.class,
                        tooMuch -> malformed("The form has headers or texts that are too long."))
                .contextWrite(DroppedErrors::expected);
    }

    private static MediaType contentType(ServerHttpRequest request) {
        try {
            var type = request.getHeaders().getContentType();
            if (type != null) {
                return type;
            }
        } catch (InvalidMimeTypeException malformed) {
            throw unsupported("one that cannot be read");
        }
        throw unsupported("none");
    }

    private static ProblemException unsupported(String type) {
        return new ProblemException(Problem.of(
                StandardProblem.UNSUPPORTED_MEDIA_TYPE,
                "The header Content-Type is " + type + ": send a PNG, JPEG, WebP or GIF as image/png, image/jpeg,"
                        + " image/webp or image/gif, or as the part file of multipart/form-data."));
    }

    private static ProblemException malformed(Throwable failure) {
        return malformed("The form cannot be read: " + failure.getMessage() + ".");
    }

    static ProblemException malformed(String detail) {
        return new ProblemException(Problem.of(StandardProblem.MALFORMED_REQUEST, detail));
    }
}
