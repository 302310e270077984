package org.vedette.post.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.InvalidValueException;
import org.vedette.post.content.Note;
import org.vedette.post.content.PlainText;
import org.vedette.post.imports.FoundItem.FoundArchived;
import org.vedette.post.imports.FoundItem.FoundPost;
import org.vedette.post.imports.FoundItem.Kind;
import org.vedette.post.imports.FoundItem.NotTaken;
import org.vedette.post.imports.FoundItem.Unreadable;
import org.vedette.post.imports.Import.ItemResult;
import org.vedette.post.imports.Import.Outcome;
import org.vedette.post.imports.Import.Readers;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.migration.Differences;
import org.vedette.post.migration.Migration;
import org.vedette.post.migration.MigrationService;
import org.vedette.post.publishing.PublishingException;
import org.vedette.post.publishing.PublishingException.AlreadyImportedException;
import org.vedette.post.publishing.PublishingException.InvalidPostException;
import org.vedette.post.requests.Caller;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Imports items, some at a time. What is refused becomes a result; an outage of the store ends the import. */
final class PostImporter {

    private static final int AT_ONCE = 8;
    private static final int PICTURES_AT_ONCE = 2;
    private static final int MAX_MESSAGE = 500;
    static final String KNOWN = "is here already";

    private final MigrationService migrations;
    private final PictureImporter pictures;
    private final ContentMapper contents;
    private final OldAddresses addresses;
    private final ArchiveImporter archives;

    PostImporter(
            MigrationService migrations,
            PictureImporter pictures,
            ContentMapper contents,
            OldAddresses addresses,
            ArchiveImporter archives) {
        this.migrations = migrations;
        this.pictures = pictures;
        this.contents = contents;
        this.addresses = addresses;
        this.archives = archives;
    }

    /** Keeps the addresses that imported posts had before. */
    @FunctionalInterface
    interface OldAddresses {

        /** Leads the paths to a post; emits a note for each that cannot lead there. */
        Flux<String> redirect(List<String> paths, Published post, Caller by);
    }

    /** The results of some items, in their order. */
    Flux<ItemResult> importAll(List<FoundItem> items, ImportFile file, Import run) {
        return migrations.known(sources(items)).flatMapMany(known -> {
            var outage = new AtomicReference<@Nullable Throwable>();
            return Flux.fromIterable(items)
                    .bufferUntilChanged(PostImporter::kind)
                    .concatMap(same -> Flux.fromIterable(same)
                            .flatMapSequential(
                                    item -> unlessOut(importOne(item, known, file, run), outage), atOnce(same.get(0))))
                    .concatWith(Mono.defer(() -> end(outage)));
        });
    }

    /** What was begun before an outage ends, and its result is known; nothing is begun after it. */
    private static Mono<ItemResult> unlessOut(Mono<ItemResult> one, AtomicReference<@Nullable Throwable> outage) {
        return Mono.defer(() -> outage.get() == null ? one : Mono.empty()).onErrorResume(failure -> {
            outage.compareAndSet(null, failure);
            return Mono.empty();
        });
    }

    private static Mono<ItemResult> end(AtomicReference<@Nullable Throwable> outage) {
        var failure = outage.get();
        return failure == null ? Mono.empty() : Mono.error(failure);
    }

    /** Pictures take more memory than posts. */
    private static int atOnce(FoundItem item) {
        return kind(item) == Kind.PICTURE ? PICTURES_AT_ONCE : AT_ONCE;
    }

    /** Those of one kind may come at the same time. */
    private static Object kind(FoundItem item) {
        return item instanceof FoundArchived archived ? archived.kind() : FoundPost.class;
    }

    private static Set<String> sources(List<FoundItem> items) {
        return items.stream()
                .filter(FoundPost.class::isInstance)
                .map(item -> ((FoundPost) item).source())
                .collect(Collectors.toSet());
    }

    private Mono<ItemResult> importOne(FoundItem item, Map<String, PostId> known, ImportFile file, Import run) {
        if (item instanceof NotTaken skipped) {
            return Mono.just(result(item, Outcome.SKIPPED, List.of(skipped.reason())));
        }
        if (item instanceof Unreadable broken) {
            return Mono.just(result(item, Outcome.FAILED, List.of(broken.reason())));
        }
        if (item instanceof FoundArchived archived) {
            return archives.importOne(archived, run.isDryRun());
        }
        var found = (FoundPost) item;
        return Mono.defer(() -> known.containsKey(found.source())
                        ? known(found, known, run)
                        : importPost(found, file, run)
                                .onErrorResume(
                                        AlreadyImportedException.class,
                                        twice -> migrations
                                                .known(List.of(found.source()))
                                                .flatMap(now -> known(found, now, run))))
                .onErrorResume(
                        PostImporter::isRefusal, refusal -> Mono.just(result(item, Outcome.FAILED, reasons(refusal))));
    }

    /** Completes what an import that ended early may have left out, and says where the file has something else. */
    private Mono<ItemResult> known(FoundPost found, Map<String, PostId> known, Import run) {
        var messages = new ArrayList<String>();
        return Mono.justOrEmpty(known.get(found.source()))
                .flatMap(migrations::find)
                .doOnNext(post ->
                        messages.add(compared(found, contents.map(found, found.markdown(), new ArrayList<>()), post)))
                .flatMap(post -> redirect(found, post, run, messages).thenReturn(post.id()))
                .map(id -> result(found.location(), found.title(), Outcome.SKIPPED, id, null, messages))
                .defaultIfEmpty(result(found, Outcome.SKIPPED, List.of(KNOWN)));
    }

    private static String compared(FoundPost found, Migration migration, Post here) {
        var differences = Differences.between(migration, here, PictureImporter::withoutAddresses);
        if (differences.isEmpty()) {
            return KNOWN;
        }
        return KNOWN + ", and differs: " + String.join(", ", differences) + ". The post here stays as it is"
                + (found.source().startsWith("markdown:")
                        ? "; if this is another post, give it an id in its front matter"
                        : "");
    }

    private Mono<ItemResult> importPost(FoundPost found, ImportFile file, Import run) {
        var notes = new ArrayList<>(found.notes());
        return pictures.importOf(found, file, caller(run), run.isDryRun(), notes)
                .map(markdown -> contents.map(found, markdown, notes))
                .flatMap(migration -> run.isDryRun()
                        ? migrations.check(migration)
                        : migrations.add(migration, caller(run), new Note("Imported from " + run.format())))
                .doOnNext(post -> noteSlug(found, post, notes))
                .flatMap(post -> redirect(found, post, run, notes)
                        .then(Mono.fromSupplier(() -> result(
                                found.location(),
                                found.title(),
                                Outcome.CREATED,
                                run.isDryRun() ? null : post.id(),
                                Readers.of(post),
                                notes))));
    }

    private static void noteSlug(FoundPost found, Post post, List<String> notes) {
        if (found.slug() != null && !post.slug().value().equalsIgnoreCase(found.slug())) {
            notes.add("its address is /posts/" + post.slug().value());
        }
    }

    private Mono<Void> redirect(FoundPost found, Post post, Import run, List<String> notes) {
        return !run.isDryRun() && post instanceof Published published
                ? addresses
                        .redirect(found.oldPaths(), published, caller(run))
                        .doOnNext(notes::add)
                        .then()
                : Mono.empty();
    }

    private static Caller caller(Import run) {
        return new Caller(run.by(), true);
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof PublishingException || failure instanceof InvalidValueException;
    }

    /** What a refusal says to people. */
    static List<String> reasons(Throwable refusal) {
        return refusal instanceof InvalidPostException invalid
                ? invalid.errors().stream()
                        .map(error -> error.field() + " " + error.message())
                        .toList()
                : List.of(String.valueOf(refusal.getMessage()));
    }

    private static ItemResult result(FoundItem item, Outcome outcome, List<String> messages) {
        return result(item.location(), item.title(), outcome, null, null, messages);
    }

    static ItemResult result(
            String location,
            String title,
            Outcome outcome,
            @Nullable PostId post,
            @Nullable Readers readers,
            List<String> messages) {
        return new ItemResult(
                cut(location),
                cut(title),
                outcome,
                post == null ? null : post.value(),
                readers,
                cut(String.join("; ", messages)));
    }

    private static String cut(String text) {
        return text.length() <= MAX_MESSAGE ? text : PlainText.start(text, MAX_MESSAGE) + "…";
    }
}
