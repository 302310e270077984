package org.vedette.post.listing;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.publishing.PostSummary;
import org.vedette.post.requests.Caller;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/** Lists posts: the index says which, the store how they are. */
public final class ListingService {

    private static final Logger log = LoggerFactory.getLogger(ListingService.class);
    private static final int MAX_RETRIES = 30;
    private static final Duration RETRY_AFTER = Duration.ofMillis(100);

    private final PostIndex index;
    private final IndexUpdater updater;
    private final StoredPosts posts;
    private final Scheduler searching;

    /** @param searching has the threads that search */
    public ListingService(PostIndex index, IndexUpdater updater, StoredPosts posts, Scheduler searching) {
        this.index = index;
        this.updater = updater;
        this.posts = posts;
        this.searching = searching;
    }

    /**
     * A page of a list.
     *
     * @param next where the next page begins; null on the last one
     * @param total number of all posts that match
     */
    public record PostPage(
            List<PostSummary> posts, @Nullable PostCursor next, long total) {

        public PostPage {
            posts = List.copyOf(posts);
        }
    }

    /**
     * Waits a little for the index while the service starts, and then signals an {@link IndexIncompleteException}; signals an
     * {@link IndexBrokenException} while a broken one is rebuilt.
     */
    public Mono<PostPage> find(PostQuery query, Caller caller) {
        var visible = query.visibleTo(visibleTo(caller));
        return search(() -> index.find(visible)).flatMap(this::read);
    }

    /** The values of a field in the posts that the caller may read, sorted; waits and signals as {@link #find} does. */
    public Mono<List<ValueCount>> counts(CountedField field, Caller caller) {
        return search(() -> index.counts(field, visibleTo(caller)));
    }

    private static @Nullable String visibleTo(Caller caller) {
        return caller.isEditor() ? null : caller.person().id();
    }

    /** The index may be replaced by an empty one meanwhile. */
    private <T> Mono<T> search(Supplier<T> search) {
        return Mono.fromSupplier(() -> {
                    updater.requireReady();
                    var found = search.get();
                    updater.requireReady();
                    return found;
                })
                .subscribeOn(searching)
                .retryWhen(Retry.fixedDelay(MAX_RETRIES, RETRY_AFTER)
                        .filter(IndexIncompleteException.class::isInstance)
                        .onRetryExhaustedThrow((spec, last) -> last.failure()));
    }

    /** Leaves out what another replica deleted, and forgets it. */
    private Mono<PostPage> read(PostIndex.Page page) {
        return posts.summaries(page.posts())
                .collectMap(summary -> summary.post().id(), summary -> summary, LinkedHashMap::new)
                .publishOn(searching)
                .map(found -> {
                    forget(missing(page, found.keySet()));
                    return new PostPage(
                            page.posts().stream()
                                    .map(found::get)
                                    .filter(Objects::nonNull)
                                    .toList(),
                            page.next(),
                            page.total());
                });
    }

    private void forget(List<PostId> deleted) {
        try {
            index.remove(deleted);
        } catch (IndexBrokenException broken) {
            log.debug("The next index does not have what was deleted", broken);
        }
    }

    private static List<PostId> missing(PostIndex.Page page, Set<PostId> found) {
        return page.posts().stream().filter(id -> !found.contains(id)).toList();
    }
}
