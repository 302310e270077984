package org.vedette.post.imports;

import java.util.List;
import org.vedette.post.archive.Archived;
import org.vedette.post.archive.Archived.ArchivedPicture;
import org.vedette.post.archive.Archived.ArchivedPost;
import org.vedette.post.authors.AuthorException;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.imports.FoundItem.FoundArchived;
import org.vedette.post.imports.Import.ItemResult;
import org.vedette.post.imports.Import.Outcome;
import org.vedette.post.imports.Import.Readers;
import org.vedette.post.media.MediaException;
import org.vedette.post.publishing.PublishingException;
import org.vedette.post.redirects.RedirectException;
import org.vedette.post.restoring.RestoreService;
import org.vedette.post.restoring.Restored;
import org.vedette.post.series.SeriesException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Imports what exports of Vedette have. */
final class ArchiveImporter {

    private static final List<Class<? extends RuntimeException>> REFUSALS = List.of(
            InvalidValueException.class,
            PublishingException.class,
            MediaException.class,
            SeriesException.class,
            AuthorException.class,
            RedirectException.class);

    private final RestoreService restoring;
    private final Scheduler reading;

    /** @param reading has the threads that may wait for the file */
    ArchiveImporter(RestoreService restoring, Scheduler reading) {
        this.restoring = restoring;
        this.reading = reading;
    }

    Mono<ItemResult> importOne(FoundArchived item, boolean isDryRun) {
        return Mono.fromCallable(() -> readWhereAllowed(item.reading().call()))
                .subscribeOn(reading)
                .flatMap(archived -> restoring
                        .restore(archived, isDryRun)
                        .map(restored -> result(item, archived, restored, isDryRun))
                        .onErrorResume(ArchiveImporter::isRefusal, refusal -> refused(item, archived.title(), refusal)))
                .onErrorResume(ArchiveImporter::isRefusal, refusal -> refused(item, "", refusal));
    }

    /** What is read later waits for the file as well. */
    private Archived readWhereAllowed(Archived archived) {
        if (archived instanceof ArchivedPost post) {
            return new ArchivedPost(post.current(), post.former().subscribeOn(reading));
        }
        return archived instanceof ArchivedPicture picture
                ? new ArchivedPicture(
                        picture.media(), file -> picture.files().read(file).subscribeOn(reading))
                : archived;
    }

    private static boolean isRefusal(Throwable failure) {
        return REFUSALS.stream().anyMatch(type -> type.isInstance(failure));
    }

    private static Mono<ItemResult> refused(FoundArchived item, String title, Throwable refusal) {
        return Mono.just(
                PostImporter.result(item.location(), title, Outcome.FAILED, null, null, PostImporter.reasons(refusal)));
    }

    private static ItemResult result(FoundArchived item, Archived archived, Restored restored, boolean isDryRun) {
        var title = archived.title();
        return restored.isNew()
                ? PostImporter.result(
                        item.location(),
                        title,
                        Outcome.CREATED,
                        isDryRun ? null : restored.post(),
                        archived instanceof ArchivedPost post
                                ? Readers.of(post.current().post())
                                : null,
                        restored.notes())
                : PostImporter.result(item.location(), title, Outcome.SKIPPED, null, null, List.of(PostImporter.KNOWN));
    }
}
