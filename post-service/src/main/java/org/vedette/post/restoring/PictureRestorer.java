package org.vedette.post.restoring;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.vedette.post.archive.Archived.ArchivedPicture;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.media.Media;
import org.vedette.post.media.MediaException.MediaBusyException;
import org.vedette.post.media.MediaFile;
import org.vedette.post.media.MediaFiles;
import org.vedette.post.media.MediaId;
import org.vedette.post.media.MediaLibrary;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/**
 * Restores pictures at the addresses that they had. Their files are stored as they are, after each was found to be a picture and nothing
 * besides; the picture is stored last, so that nobody sees half of one.
 */
public final class PictureRestorer {

    private static final Retry WHEN_BUSY = Retry.backoff(10, Duration.ofMillis(200))
            .filter(MediaBusyException.class::isInstance)
            .onRetryExhaustedThrow((spec, last) -> last.failure());

    private final MediaLibrary library;
    private final MediaFiles files;
    private final PictureVerifier verifier;
    private final Scheduler images;

    /** @param images has the threads that decode, and rejects what it has no room for */
    public PictureRestorer(MediaLibrary library, MediaFiles files, PictureVerifier verifier, Scheduler images) {
        this.library = library;
        this.files = files;
        this.verifier = verifier;
        this.images = images;
    }

    /** False, and nothing is written, when the library has it. */
    Mono<Boolean> restore(ArchivedPicture picture) {
        return library.find(picture.media().id()).map(found -> false).switchIfEmpty(Mono.defer(() -> add(picture)));
    }

    /** Whether it would be restored. */
    Mono<Boolean> check(ArchivedPicture picture) {
        return library.find(picture.media().id())
                .map(found -> false)
                .switchIfEmpty(Flux.fromIterable(picture.media().files())
                        .concatMap(file -> verified(picture, file), 1)
                        .then(Mono.just(true)));
    }

    private Mono<Boolean> add(ArchivedPicture picture) {
        var keys = new ArrayList<String>();
        return Flux.fromIterable(picture.media().files())
                .concatMap(
                        file -> verified(picture, file)
                                .flatMap(content -> files.store(picture.media().id(), file.name(), content))
                                .map(key -> {
                                    keys.add(key);
                                    return stored(file, key);
                                }),
                        1)
                .collectList()
                .flatMap(stored -> library.add(with(stored, picture.media())))
                .flatMap(added -> added
                        ? Mono.just(true)
                        : files.delete(List.copyOf(keys)).thenReturn(false))
                .onErrorResume(failure ->
                        files.delete(List.copyOf(keys)).onErrorComplete().then(Mono.error(failure)));
    }

    private Mono<byte[]> verified(ArchivedPicture picture, MediaFile file) {
        return picture.files()
                .read(file)
                .flatMap(content -> Mono.fromRunnable(() -> verify(file, content))
                        .subscribeOn(images)
                        .onErrorMap(
                                RejectedExecutionException.class,
                                full -> new MediaBusyException("Too many pictures are being worked on"))
                        .retryWhen(WHEN_BUSY)
                        .thenReturn(content));
    }

    private void verify(MediaFile file, byte[] content) {
        if (content.length != file.size() || !MediaId.sha256(content).startsWith(file.tag())) {
            throw new InvalidValueException("has a file " + file.name() + " that was changed or is damaged");
        }
        verifier.verify(file, content);
    }

    private static MediaFile stored(MediaFile file, String key) {
        return new MediaFile(file.name(), file.format(), file.width(), file.height(), file.size(), file.tag(), key);
    }

    private static Media with(List<MediaFile> stored, Media media) {
        return new Media(
                media.address(),
                media.format(),
                media.sha256(),
                media.alt(),
                media.uploadedBy(),
                media.uploadedAt(),
                stored);
    }
}
