package org.vedette.post.media;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.PlainText;
import org.vedette.post.media.MediaException.InvalidAltException;
import org.vedette.post.media.MediaException.MediaBusyException;
import org.vedette.post.media.MediaException.MediaInHistoryException;
import org.vedette.post.media.MediaException.MediaInUseException;
import org.vedette.post.media.MediaException.MediaNotFoundException;
import org.vedette.post.media.MediaException.NotYoursException;
import org.vedette.post.media.MediaException.UploadTooLargeException;
import org.vedette.post.media.MediaLibrary.Position;
import org.vedette.post.media.MediaUsage.Use;
import org.vedette.post.requests.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The use cases of the library. The files of a picture are stored before the picture itself, so that whatever happens in
 * between leaves nothing that anybody sees; the sweeper deletes it. An operation that is refused signals a
 * {@link MediaException}.
 */
public final class MediaService {

    /** In characters; screen readers cannot skip within the text. */
    public static final int MAX_ALT = 1_000;

    private static final Logger log = LoggerFactory.getLogger(MediaService.class);
    private static final int MAX_BATCHES = 20;

    /** For a thread that does not notice the end of its own time. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final MediaLibrary library;
    private final MediaFiles files;
    private final MediaUsage usage;
    private final ImageProcessor processor;
    private final MediaLimits limits;
    private final Scheduler images;
    private final Clock clock;

    /**
     * Creates a service.
     *
     * @param images has the threads that decode, and rejects what it has no room for
     */
    public MediaService(
            MediaLibrary library,
            MediaFiles files,
            MediaUsage usage,
            ImageProcessor processor,
            MediaLimits limits,
            Scheduler images,
            Clock clock) {
        this.library = library;
        this.files = files;
        this.usage = usage;
        this.processor = processor;
        this.limits = limits;
        this.images = images;
        this.clock = clock;
    }

    /** An upload, and whether the library did not have it before. */
    public record Uploaded(Media media, boolean isNew) {}

    /** A part of the list; {@code next} is null at its end. */
    public record MediaPage(List<Media> media, @Nullable Position next) {}

    /** Adds a picture; the same file again answers the picture that is there, and gives it a text if it had none. */
    public Mono<Uploaded> upload(byte[] file, String alt, Caller uploader) {
        return Mono.fromCallable(() -> validAlt(alt))
                .filter(text -> file.length <= limits.bytes())
                .switchIfEmpty(Mono.error(() -> new UploadTooLargeException(limits.bytes())))
                .flatMap(text -> working(() -> MediaId.sha256(file))
                        .flatMap(sha256 -> existing(MediaId.ofSha256(sha256), text)
                                .switchIfEmpty(Mono.defer(() -> add(file, sha256, text, uploader)))));
    }

    private Mono<Uploaded> add(byte[] file, String sha256, String alt, Caller uploader) {
        return working(() -> processor.process(MediaId.ofSha256(sha256), file))
                .flatMap(processed -> store(processed, sha256, alt, uploader));
    }

    public Mono<Media> find(MediaId id) {
        return library.find(id).switchIfEmpty(Mono.error(() -> new MediaNotFoundException(id.value())));
    }

    /** Those of some pictures that the library has. */
    public Mono<Set<MediaId>> existing(Collection<MediaId> ids) {
        return ids.isEmpty()
                ? Mono.just(Set.of())
                : library.find(ids).map(Media::id).collect(Collectors.toSet());
    }

    /** Where each of the pictures is used, as far as the caller may know. */
    public Mono<Map<MediaId, MediaUses>> uses(List<MediaId> ids, Caller caller) {
        return usage.of(ids).collectList().map(uses -> visible(ids, uses, caller));
    }

    private static Map<MediaId, MediaUses> visible(List<MediaId> ids, List<Use> uses, Caller caller) {
        return ids.stream().distinct().collect(Collectors.toMap(id -> id, id -> MediaUses.of(id, uses, caller)));
    }

    /** The pictures uploaded last, newest first. */
    public Mono<MediaPage> newest(@Nullable Position after, int limit) {
        return library.newest(after, limit + 1).collectList().map(found -> page(found, limit));
    }

    /** The same, without those that posts use. A page may be short, even empty, before the end. */
    public Mono<MediaPage> unused(@Nullable Position after, int limit) {
        return unused(after, limit, 1);
    }

    private Mono<MediaPage> unused(@Nullable Position after, int limit, int batch) {
        return newest(after, limit)
                .flatMap(page -> withoutUsed(page).flatMap(unused -> {
                    var next = page.next();
                    return unused.isEmpty() && next != null && batch < MAX_BATCHES
                            ? unused(next, limit, batch + 1)
                            : Mono.just(new MediaPage(unused, next));
                }));
    }

    private Mono<List<Media>> withoutUsed(MediaPage page) {
        return usage.of(page.media().stream().map(Media::id).toList())
                .map(Use::media)
                .collectList()
                .map(used -> page.media().stream()
                        .filter(media -> !used.contains(media.id()))
                        .toList());
    }

    private static MediaPage page(List<Media> found, int limit) {
        return found.size() <= limit
                ? new MediaPage(found, null)
                : new MediaPage(found.subList(0, limit), Position.of(found.get(limit - 1)));
    }

    public Mono<Media> changeAlt(MediaId id, String alt, Caller by) {
        return Mono.fromSupplier(() -> validAlt(alt))
                .flatMap(text -> changeable(id, by).flatMap(media -> library.setAlt(id, text)))
                .switchIfEmpty(Mono.error(() -> new MediaNotFoundException(id.value())));
    }

    /**
     * Deletes a picture that no post uses.
     *
     * @param isInHistory whether it may be deleted although earlier revisions of posts have it
     */
    public Mono<Void> delete(MediaId id, boolean isInHistory, Caller by) {
        return changeable(id, by)
                .flatMap(media -> usage.of(List.of(id))
                        .collectList()
                        .map(uses -> MediaUses.of(id, uses, by))
                        .flatMap(uses -> uses.isEmpty() ? Mono.just(media) : Mono.error(new MediaInUseException(uses))))
                .flatMap(media -> usesInHistory(List.of(id))
                        .map(uses -> MediaUses.of(id, uses, by))
                        .flatMap(uses -> uses.isEmpty() || isInHistory
                                ? remove(media)
                                : Mono.error(new MediaInHistoryException(uses))));
    }

    /** The posts of which earlier revisions have each of the pictures, as far as the caller may know. */
    public Mono<Map<MediaId, MediaUses>> usesInHistory(List<MediaId> ids, Caller caller) {
        return usesInHistory(ids).map(uses -> visible(ids, uses, caller));
    }

    private Mono<List<Use>> usesInHistory(List<MediaId> ids) {
        return usage.inHistory(ids)
                .distinct(use -> use.media() + "/" + use.post())
                .collectList();
    }

    private Mono<Void> remove(Media media) {
        return library.remove(media.id())
                .then(deleteFiles(media.files().stream().map(MediaFile::key).toList()));
    }

    private Mono<Media> changeable(MediaId id, Caller by) {
        return find(id).filter(media -> media.mayBeChangedBy(by)).switchIfEmpty(Mono.error(NotYoursException::new));
    }

    public Flux<ByteBuffer> content(MediaFile file) {
        return files.read(file.key());
    }

    private Mono<Uploaded> existing(MediaId id, String alt) {
        return library.find(id)
                .flatMap(found -> found.alt().isEmpty() && !alt.isEmpty() ? library.setAlt(id, alt) : Mono.just(found))
                .map(found -> new Uploaded(found, false));
    }

    /** Work that takes too long for an event loop. */
    private <T> Mono<T> working(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(images)
                .timeout(limits.timeout().plus(GRACE))
                .onErrorMap(
                        RejectedExecutionException.class,
                        full -> new MediaBusyException("Too many pictures are being worked on"))
                .onErrorMap(TimeoutException.class, late -> new MediaBusyException("The picture took too long"));
    }

    private Mono<Uploaded> store(ProcessedImage processed, String sha256, String alt, Caller uploader) {
        var id = processed.address().id();
        var keys = new ArrayList<String>();
        return Flux.fromIterable(processed.files())
                .concatMap(file -> files.store(id, file.name(), file.content()).map(key -> {
                    keys.add(key);
                    return file.stored(key);
                }))
                .collectList()
                .map(stored -> new Media(
                        processed.address(),
                        processed.format(),
                        sha256,
                        alt,
                        uploader.person(),
                        clock.instant(),
                        stored))
                .flatMap(media -> library.add(media)
                        .flatMap(added -> added
                                ? Mono.just(new Uploaded(media, true))
                                : deleteFiles(List.copyOf(keys))
                                        .then(existing(id, alt))
                                        .switchIfEmpty(Mono.error(
                                                () -> new MediaBusyException("The picture was deleted meanwhile")))));
    }

    /** What cannot be deleted now is for the sweeper. */
    private Mono<Void> deleteFiles(List<String> keys) {
        return files.delete(keys).onErrorResume(outage -> {
            log.warn("Left {} files of a picture for the sweep: {}", keys.size(), outage.toString());
            return Mono.empty();
        });
    }

    private static String validAlt(String alt) {
        var text = alt.replaceAll("\\s+", " ").strip();
        if (text.length() > MAX_ALT) {
            throw new InvalidAltException(
                    "must have at most " + MAX_ALT + " characters: say it in the text of the post");
        }
        try {
            PlainText.requirePublishable(text);
        } catch (InvalidValueException invalid) {
            throw new InvalidAltException(String.valueOf(invalid.getMessage()));
        }
        return text;
    }
}
