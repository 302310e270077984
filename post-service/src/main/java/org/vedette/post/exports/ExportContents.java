package org.vedette.post.exports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.archive.EntryNames;
import org.vedette.post.archive.Manifest;
import org.vedette.post.archive.Manifest.Counts;
import org.vedette.post.archive.Manifest.Omitted;
import org.vedette.post.archive.PictureFields;
import org.vedette.post.archive.RecordFields;
import org.vedette.post.archive.RevisionFields;
import org.vedette.post.authors.AuthorName;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.media.Media;
import org.vedette.post.media.MediaFile;
import org.vedette.post.media.MediaService.MediaPage;
import org.vedette.post.redirects.Redirects.Page;
import org.vedette.starter.ThreadConfined;
import org.vedette.starter.failures.UnreadableDocumentException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The files of one export, each read when it is written. Posts come first, so that what they name is read after them and is there. A
 * post is read from its current revision back; the revisions before never change.
 */
@ThreadConfined("the subscription that reads them, one signal after another")
final class ExportContents {

    private static final Logger log = LoggerFactory.getLogger(ExportContents.class);
    private static final int PAGE = 200;

    /** So many that the manifest can be read. */
    private static final int MAX_OMITTED = 200;

    private final ExportSources sources;
    private final String site;
    private final Clock clock;
    private final List<Omitted> omitted = new ArrayList<>();
    private @Nullable PostId lastPost;
    private long posts;
    private long revisions;
    private long pictures;
    private long series;
    private long authors;
    private long redirects;

    ExportContents(ExportSources sources, String site, Clock clock) {
        this.sources = sources;
        this.site = site;
        this.clock = clock;
    }

    /** The last one is the manifest. */
    Flux<ExportEntry> entries() {
        return Flux.concat(posts(), pictures(), records(), Mono.just(manifest()));
    }

    /** Written when all others are: its content is made then. */
    private ExportEntry manifest() {
        return ExportEntry.ofText(EntryNames.MANIFEST, Flux.defer(() -> {
            var counts = new Counts(posts, revisions, pictures, series, authors, redirects);
            return Mono.just(new Manifest(site, clock.instant(), counts, omitted).write());
        }));
    }

    private Flux<ExportEntry> posts() {
        return sources.posts()
                .ids()
                .collectSortedList(Comparator.comparing(PostId::toString))
                .flatMapIterable(ids -> ids)
                .concatMap(this::post, 1);
    }

    private Flux<ExportEntry> post(PostId id) {
        return sources.revisions()
                .of(id)
                .collectList()
                .flatMapMany(infos -> Flux.fromIterable(infos)
                        .concatMap(info -> revision(id, info, info.equals(infos.get(0)) ? infos.size() : 0), 1));
    }

    private Mono<ExportEntry> revision(PostId id, RevisionInfo info, int count) {
        return sources.revisions()
                .find(id, info.revision())
                .map(stored -> {
                    count(id);
                    return ExportEntry.ofText(EntryNames.of(stored), RevisionFields.write(stored, count));
                })
                .switchIfEmpty(
                        Mono.fromRunnable(() -> omit(EntryNames.of(id), "was deleted while the export was made")))
                .onErrorResume(
                        UnreadableDocumentException.class,
                        unreadable -> Mono.fromRunnable(() -> {
                            log.warn("A revision of post {} is not in the export", id, unreadable);
                            omit(
                                    EntryNames.of(id),
                                    "has a revision " + info.revision().value()
                                            + " that could not be read when the export was made");
                        }));
    }

    private void count(PostId post) {
        revisions++;
        if (!post.equals(lastPost)) {
            posts++;
            lastPost = post;
        }
    }

    private void omit(String location, String reason) {
        var isKnown = omitted.stream().anyMatch(one -> one.location().equals(location));
        if (!isKnown && omitted.size() < MAX_OMITTED) {
            omitted.add(new Omitted(location, reason));
        }
    }

    private Flux<ExportEntry> pictures() {
        return sources.media()
                .newest(null, PAGE)
                .expand(page ->
                        page.next() == null ? Mono.empty() : sources.media().newest(page.next(), PAGE))
                .concatMapIterable(MediaPage::media)
                .concatMap(this::picture, 1);
    }

    private Flux<ExportEntry> picture(Media media) {
        pictures++;
        return Flux.fromIterable(media.files())
                .map(file -> file(media, file))
                .startWith(ExportEntry.ofText(EntryNames.of(media.id()), PictureFields.write(media)));
    }

    /** A file that ends early is found when its checksum is compared. */
    private ExportEntry file(Media media, MediaFile file) {
        var content = sources.media().content(file).onErrorResume(UnreadableDocumentException.class, unreadable -> {
            log.warn("The file {} of picture {} is not in the export", file.name(), media.id(), unreadable);
            omit(
                    "media/" + media.id(),
                    "has a file " + file.name() + " that could not be read when the export was made");
            return Mono.empty();
        });
        return new ExportEntry(EntryNames.of(media.id(), file), content, false);
    }

    private Flux<ExportEntry> records() {
        return Flux.just(
                ExportEntry.ofText(EntryNames.SERIES, seriesLines()),
                ExportEntry.ofText(EntryNames.AUTHORS, authorLines()),
                ExportEntry.ofText(EntryNames.REDIRECTS, redirectLines()));
    }

    private Flux<String> seriesLines() {
        return sources.series().all().flatMapIterable(all -> all).map(stored -> {
            series++;
            return RecordFields.write(stored);
        });
    }

    /** Authors of their own first, so that those who were merged find whom they were merged with. */
    private Flux<String> authorLines() {
        return sources.authors()
                .all()
                .sort(Comparator.comparing((AuthorName name) -> name.mergedInto() != null)
                        .thenComparing(name -> name.slug().value()))
                .map(name -> {
                    authors++;
                    return RecordFields.write(name);
                });
    }

    private Flux<String> redirectLines() {
        return sources.redirects()
                .list(null, null, PAGE)
                .expand(page ->
                        page.next() == null ? Mono.empty() : sources.redirects().list(null, page.next(), PAGE))
                .concatMapIterable(Page::redirects)
                .map(redirect -> {
                    redirects++;
                    return RecordFields.write(redirect);
                });
    }
}
