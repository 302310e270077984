package org.vedette.post.media;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.media.MediaFiles.StoredFile;
import org.vedette.starter.MayBlock;
import reactor.core.publisher.Mono;

/** Deletes the files that belong to no picture, as an upload leaves them that ends in the middle. */
@MayBlock("the thread of its worker")
public final class MediaSweeper {

    /** Far longer than an upload takes. */
    static final Duration MIN_AGE = Duration.ofHours(24);

    private static final Logger log = LoggerFactory.getLogger(MediaSweeper.class);
    private static final Duration RUN_TIMEOUT = Duration.ofMinutes(5);
    private static final int BATCH = 200;

    private final MediaLibrary library;
    private final MediaFiles files;
    private final Clock clock;

    public MediaSweeper(MediaLibrary library, MediaFiles files, Clock clock) {
        this.library = library;
        this.files = files;
        this.clock = clock;
    }

    /** Goes through all files once. */
    public void sweep() {
        files.storedBefore(clock.instant().minus(MIN_AGE))
                .buffer(BATCH)
                .concatMap(this::deleteOrphans, 1)
                .then()
                .block(RUN_TIMEOUT);
    }

    private Mono<Void> deleteOrphans(List<StoredFile> stored) {
        var ids = stored.stream().map(StoredFile::media).distinct().toList();
        return library.find(ids)
                .flatMapIterable(Media::files)
                .map(MediaFile::key)
                .collect(Collectors.toSet())
                .map(used -> stored.stream()
                        .map(StoredFile::key)
                        .filter(key -> !used.contains(key))
                        .toList())
                .filter(orphans -> !orphans.isEmpty())
                .doOnNext(orphans -> log.info("Deleting {} files that belong to no picture", orphans.size()))
                .flatMap(files::delete);
    }
}
