package org.vedette.post.imports.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ResolvableType;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePartEvent;
import org.springframework.http.codec.multipart.PartEvent;
import org.springframework.http.codec.multipart.PartEventHttpMessageReader;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.vedette.post.imports.ImportDirectory;
import org.vedette.post.imports.ImportException.ImportTooLargeException;
import org.vedette.post.imports.ImportLimits;
import org.vedette.starter.failures.DroppedErrors;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Receives a file onto the disk, from a form or from a request that is the file itself. One that says to be too large is refused
 * before it is read, another one as soon as it is.
 */
@Component
public final class ImportReceiver {

    private static final Logger log = LoggerFactory.getLogger(ImportReceiver.class);
    private static final String FILE = "file";
    private static final String DRY_RUN = "dryRun";

    /** Headers and boundaries of the parts. */
    private static final int FORM_OVERHEAD = 64 * 1024;

    private final PartEventHttpMessageReader parts = new PartEventHttpMessageReader();
    private final ImportLimits limits;
    private final Path directory;

    ImportReceiver(ImportLimits limits, ImportDirectory directory) {
        this.limits = limits;
        this.directory = directory.path();
    }

    /** Receives a file and uses it; deletes it afterwards. */
    public <T> Mono<T> receive(ServerHttpRequest request, Function<ReceivedFile, Mono<T>> use) {
        return Mono.defer(() -> {
            var isForm = isForm(request);
            if (request.getHeaders().getContentLength() > limits.bytes() + (isForm ? FORM_OVERHEAD : 0)) {
                return Mono.error(new ImportTooLargeException(limits.bytes()));
            }
            return Mono.usingWhen(
                    temporaryFile(),
                    path -> (isForm ? receiveForm(request, path) : receiveFile(request, path)).flatMap(use),
                    ImportReceiver::delete);
        });
    }

    private static boolean isForm(ServerHttpRequest request) {
        try {
            return MediaType.MULTIPART_FORM_DATA.isCompatibleWith(
                    request.getHeaders().getContentType());
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }

    private Mono<Path> temporaryFile() {
        return Mono.fromCallable(() -> Files.createTempFile(Files.createDirectories(directory), "vedette-import", null))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(IOException.class, this::noSpace);
    }

    private ProblemException noSpace(IOException failure) {
        log.error("The file of an import could not be written to {}: {}", directory, failure.toString());
        return new ProblemException(Problem.of(
                StandardProblem.INSUFFICIENT_STORAGE,
                "The server has no space on its disk for this file. Nothing was imported. Send it again later, or split it; if that"
                        + " fails too, ask the people who run this site to make room."));
    }

    private static Mono<Void> delete(Path path) {
        return Mono.<Void>fromRunnable(() -> {
                    try {
                        Files.deleteIfExists(path);
                    } catch (IOException e) {
                        log.warn("A temporary file of an import was not deleted: {}", e.toString());
                    }
                })
                .subscribeOn(Schedulers.boundedElastic());
    }

    private Mono<ReceivedFile> receiveFile(ServerHttpRequest request, Path path) {
        return write(request.getBody(), path).thenReturn(new ReceivedFile(path, name(request), false));
    }

    /** As the header {@code Content-Disposition} says it; empty when it does not. */
    private static String name(ServerHttpRequest request) {
        try {
            return Objects.requireNonNullElse(
                    request.getHeaders().getContentDisposition().getFilename(), "");
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    private Mono<ReceivedFile> receiveForm(ServerHttpRequest request, Path path) {
        var name = new AtomicReference<>("");
        var isDryRun = new AtomicBoolean();
        var isComplete = new AtomicBoolean();
        var content = parts.read(ResolvableType.forClass(PartEvent.class), request, Map.of())
                .onErrorMap(DecodingException.class, broken -> malformed("The form cannot be read."))
                .onErrorMap(
                        DataBufferLimitException.class, tooMuch -> malformed("The form has headers that are too long."))
                .concatMap(event -> {
                    if (event.name().equals(FILE)) {
                        if (isComplete.get()) {
                            DataBufferUtils.release(event.content());
                            return Mono.error(malformed("The form has more than one file, and nothing was imported."));
                        }
                        isComplete.set(event.isLast());
                        if (event instanceof FilePartEvent file) {
                            name.set(file.filename());
                        }
                        return Mono.just(event.content());
                    }
                    if (event.name().equals(DRY_RUN)) {
                        isDryRun.set(isDryRun.get() || isTrue(event.content()));
                    }
                    DataBufferUtils.release(event.content());
                    return Mono.empty();
                });
        return write(content, path)
                .then(Mono.defer(
                        () -> isComplete.get() ? Mono.empty() : Mono.error(malformed("The form has no part file."))))
                .then(Mono.fromSupplier(
                        () -> new ReceivedFile(path, Objects.requireNonNullElse(name.get(), ""), isDryRun.get())));
    }

    private static boolean isTrue(DataBuffer content) {
        var text = content.toString(StandardCharsets.UTF_8);
        return text.equals("true") || text.equals("on");
    }

    private Mono<Void> write(Flux<? extends DataBuffer> content, Path path) {
        var size = new AtomicLong();
        Flux<DataBuffer> counted = content.onErrorMap(IOException.class, UncheckedIOException::new)
                .map(buffer -> {
                    if (size.addAndGet(buffer.readableByteCount()) > limits.bytes()) {
                        DataBufferUtils.release(buffer);
                        throw new ImportTooLargeException(limits.bytes());
                    }
                    return buffer;
                });
        return DataBufferUtils.write(counted, path, StandardOpenOption.WRITE)
                .onErrorMap(IOException.class, this::noSpace)
                .onErrorMap(UncheckedIOException.class, Throwable::getCause)
                .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
                .contextWrite(DroppedErrors::expected);
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(Problem.of(
                StandardProblem.MALFORMED_REQUEST, detail + " Send the file as the part file of multipart/form-data."));
    }
}
