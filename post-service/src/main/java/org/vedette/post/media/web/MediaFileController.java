package org.vedette.post.media.web;

import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.vedette.post.media.Media;
import org.vedette.post.media.MediaAddress;
import org.vedette.post.media.MediaFile;
import org.vedette.post.media.MediaId;
import org.vedette.post.media.MediaService;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends the files of pictures to the public, from addresses whose content never changes. */
@RestController
final class MediaFileController {

    private static final CacheControl IMMUTABLE =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /** A later version may make the variant that is missing now. */
    private static final CacheControl SUBSTITUTE =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private static final Pattern VARIANT = Pattern.compile("([1-9]\\d{0,4})(?:x[1-9]\\d{0,4})?\\.(?:jpg|png|webp|gif)");

    private final MediaService media;

    MediaFileController(MediaService media) {
        this.media = media;
    }

    @GetMapping("/media/{id}/{name}")
    Mono<ResponseEntity<Flux<DataBuffer>>> file(@PathVariable String id, @PathVariable String name, HttpMethod method) {
        return Mono.justOrEmpty(MediaId.parse(id))
                .flatMap(media::find)
                .flatMap(picture -> picture.file(name)
                        .map(file -> Mono.just(content(file, method)))
                        .orElseGet(() -> Mono.justOrEmpty(substitute(picture, name))))
                .switchIfEmpty(Mono.error(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND, "There is no picture at this address: check it for typing errors.")));
    }

    private ResponseEntity<Flux<DataBuffer>> content(MediaFile file, HttpMethod method) {
        var response = headers(ResponseEntity.ok())
                .cacheControl(IMMUTABLE)
                .eTag("\"" + file.tag() + "\"")
                .contentType(MediaType.parseMediaType(file.format().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .contentLength(file.size());
        return HttpMethod.HEAD.equals(method)
                ? response.build()
                : response.body(media.content(file).map(MediaFileController::buffer));
    }

    private static Optional<ResponseEntity<Flux<DataBuffer>>> substitute(Media picture, String name) {
        var variant = VARIANT.matcher(name);
        if (!variant.matches()) {
            return Optional.empty();
        }
        var other = picture.substitute(Integer.parseInt(variant.group(1)));
        return Optional.of(headers(ResponseEntity.status(HttpStatus.FOUND))
                .location(URI.create(MediaAddress.of(picture.id(), other.name())))
                .cacheControl(SUBSTITUTE)
                .build());
    }

    private static ResponseEntity.BodyBuilder headers(ResponseEntity.BodyBuilder response) {
        return response.header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private static DataBuffer buffer(ByteBuffer bytes) {
        return DefaultDataBufferFactory.sharedInstance.wrap(bytes);
    }
}
