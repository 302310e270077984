package org.vedette.post.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vedette.events.Byline;
import org.vedette.events.PostEvent;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.post.authors.AuthorSlug;
import org.vedette.post.content.Body;
import org.vedette.post.content.PostContent;
import org.vedette.post.content.Tag;
import org.vedette.post.history.RevisionInfo;
import org.vedette.post.history.Revisions;
import org.vedette.post.history.StoredRevision;
import org.vedette.post.lifecycle.Draft;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.lifecycle.Scheduled;
import org.vedette.post.lifecycle.Slug;
import org.vedette.post.lifecycle.Withdrawn;
import org.vedette.post.listing.IndexedPost;
import org.vedette.post.listing.StoredPosts;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.post.outbox.OutboxSignal;
import org.vedette.post.publishing.PublishingException.AlreadyImportedException;
import org.vedette.post.publishing.PublishingException.DuplicatePeriodException;
import org.vedette.post.publishing.PublishingException.KeyUsedException;
import org.vedette.post.publishing.PublishingException.PostNotFoundException;
import org.vedette.post.publishing.PublishingException.SlugTakenException;
import org.vedette.post.publishing.PublishingException.StaleRevisionException;
import org.vedette.post.requests.IdempotencyKey;
import org.vedette.post.requests.Person;
import org.vedette.post.series.SeriesUsage;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Posts for tests; passes the same contract test as the store. */
public final class InMemoryPosts implements Posts, Revisions, StoredPosts, SeriesUsage {

    private final Map<PostId, Post> posts = new ConcurrentHashMap<>();
    private final Map<PostId, List<StoredRevision>> revisions = new ConcurrentHashMap<>();
    private final Map<String, KeyUse> uses = new ConcurrentHashMap<>();
    private final Map<String, PostId> sources = new ConcurrentHashMap<>();
    private final Set<PostId> seconds = ConcurrentHashMap.newKeySet();
    private final List<OutboxEvent> events = new CopyOnWriteArrayList<>();
    private final OutboxSignal relay;

    public InMemoryPosts() {
        this(post -> {});
    }

    InMemoryPosts(OutboxSignal relay) {
        this.relay = relay;
    }

    /** All events stored so far, in order. */
    public List<OutboxEvent> events() {
        return List.copyOf(events);
    }

    @Override
    public Mono<Post> find(PostId id) {
        return Mono.fromSupplier(() -> posts.get(id));
    }

    @Override
    public Flux<IndexedPost> all() {
        return Flux.defer(() -> Flux.fromStream(posts.values().stream()))
                .map(post -> new IndexedPost(post, writer(post.id()).block()));
    }

    @Override
    public Flux<IndexedPost> storedIn(List<Long> seconds, BiPredicate<PostId, Long> isKnown) {
        return all().filter(indexed ->
                !isKnown.test(indexed.post().id(), indexed.post().revision().value()));
    }

    @Override
    public Flux<PostSummary> summaries(Collection<PostId> ids) {
        return Flux.defer(() -> Flux.fromStream(posts.values().stream()))
                .filter(post -> ids.contains(post.id()))
                .map(InMemoryPosts::summary);
    }

    public static PostSummary summary(Post post) {
        return new PostSummary(withoutBody(post));
    }

    private static Post withoutBody(Post post) {
        if (post instanceof Withdrawn withdrawn) {
            return new Withdrawn(
                    (Published) withoutBody(withdrawn.last()), withdrawn.reason(), withdrawn.withdrawnAt());
        }
        var content = withoutBody(post.content());
        if (post instanceof Published published) {
            return new Published(
                    post.id(),
                    post.revision(),
                    post.slug(),
                    post.formerSlugs(),
                    content,
                    published.corrections(),
                    post.createdAt(),
                    published.publishedAt(),
                    published.revisedAt(),
                    published.isQuiet());
        }
        return post instanceof Scheduled scheduled
                ? new Scheduled(
                        post.id(), post.revision(), post.slug(), content, post.createdAt(), scheduled.schedule())
                : new Draft(
                        post.id(),
                        post.revision(),
                        post.slug(),
                        content,
                        ((Draft) post).publishAt(),
                        post.createdAt(),
                        ((Draft) post).isReady());
    }

    @Override
    public Flux<Published> publishedWithout(AuthorSlug author, String name) {
        return Flux.defer(() -> Flux.fromStream(posts.values().stream()))
                .ofType(Published.class)
                .filter(post -> post.content().bylines().stream()
                        .anyMatch(byline -> byline.name().equals(name)))
                .filter(post -> !authorsOf(post).contains(author.value()));
    }

    @Override
    public Flux<PostId> withTag(Tag tag) {
        return Flux.defer(() -> Flux.fromStream(posts.values().stream()))
                .filter(post -> post.content().tags().contains(tag))
                .map(Post::id);
    }

    @Override
    public Mono<Long> posts(String series) {
        return Flux.defer(() -> Flux.fromStream(posts.values().stream()))
                .filter(post -> series.equals(post.content().series()))
                .count();
    }

    @Override
    public Flux<PostId> withByline(String name) {
        return Flux.defer(() -> Flux.fromStream(posts.values().stream()))
                .filter(post -> post.content().bylines().stream()
                        .anyMatch(byline -> byline.name().equals(name)))
                .map(Post::id);
    }

    /** The authors that the newest event of a post says. */
    private List<String> authorsOf(Published post) {
        return events.stream()
                .map(OutboxEvent::event)
                .filter(event -> event.postId().equals(post.id().value()))
                .reduce((older, newer) -> newer)
                .map(InMemoryPosts::authors)
                .orElse(List.of());
    }

    private static List<String> authors(PostEvent event) {
        var post = event instanceof PostPublished published ? published.post() : ((PostRevised) event).post();
        return post.bylines().stream().map(Byline::authorSlug).toList();
    }

    private static PostContent withoutBody(PostContent content) {
        return new PostContent(
                content.title(),
                content.standfirst(),
                new Body(""),
                content.bylines(),
                content.tags(),
                content.series(),
                content.period(),
                content.tlp(),
                content.language(),
                content.metadata());
    }

    @Override
    public Mono<Set<Slug>> taken(Collection<Slug> slugs) {
        return Mono.fromSupplier(() -> {
            var taken = new HashSet<Slug>(slugs);
            taken.retainAll(
                    posts.values().stream().flatMap(InMemoryPosts::slugs).toList());
            return taken;
        });
    }

    @Override
    public Mono<String> writer(PostId id) {
        return find(id, Revision.FIRST).mapNotNull(first -> first.info().by()).map(Person::id);
    }

    @Override
    public Flux<DuePost> waiting() {
        return Flux.defer(() -> Flux.fromStream(posts.values().stream()))
                .ofType(Scheduled.class)
                .filter(Scheduled::isWaiting)
                .map(post -> new DuePost(post.id(), post.schedule().publishAt()));
    }

    @Override
    public Mono<KeyUse> use(IdempotencyKey key) {
        return Mono.fromSupplier(() -> uses.get(key.value()));
    }

    @Override
    public Mono<Void> forget(IdempotencyKey key) {
        return Mono.fromRunnable(() -> uses.remove(key.value()));
    }

    @Override
    public Flux<RevisionInfo> of(PostId post) {
        return Flux.defer(() -> Flux.fromIterable(history(post)))
                .map(StoredRevision::info)
                .sort(Comparator.comparing(
                                (RevisionInfo info) -> info.revision().value())
                        .reversed());
    }

    @Override
    public Mono<StoredRevision> find(PostId post, Revision revision) {
        return Flux.defer(() -> Flux.fromIterable(history(post)))
                .filter(stored -> stored.post().revision().equals(revision))
                .next();
    }

    private List<StoredRevision> history(PostId post) {
        return revisions.getOrDefault(post, List.of());
    }

    @Override
    public Mono<Post> store(PostChange change) {
        return Mono.fromSupplier(() -> storeNow(change));
    }

    @Override
    public Mono<Post> add(ImportedPost imported) {
        return imported.former().collectList().map(former -> addNow(imported, former));
    }

    private synchronized Post addNow(ImportedPost imported, List<StoredRevision> former) {
        var post = imported.current().post();
        if (sources.containsKey(imported.source()) || posts.containsKey(post.id())) {
            throw new AlreadyImportedException();
        }
        refuseTakenSlug(post);
        refuseSecondIssue(imported.current());
        sources.put(imported.source(), post.id());
        revisions.put(post.id(), new CopyOnWriteArrayList<>(former));
        return keep(imported.current());
    }

    @Override
    public Flux<PostId> ids() {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(posts.keySet())));
    }

    @Override
    public Mono<Map<String, PostId>> imported(Collection<String> wanted) {
        return Mono.fromSupplier(() -> wanted.stream()
                .distinct()
                .filter(sources::containsKey)
                .collect(Collectors.toMap(source -> source, source -> Objects.requireNonNull(sources.get(source)))));
    }

    @Override
    public Mono<Void> delete(Draft draft) {
        return Mono.fromRunnable(() -> {
            if (!posts.remove(draft.id(), draft)) {
                throw new StaleRevisionException(
                        Objects.requireNonNull(posts.get(draft.id())).revision());
            }
            revisions.remove(draft.id());
        });
    }

    private synchronized Post storeNow(PostChange change) {
        var post = change.post();
        refuseStale(post);
        refuseTakenSlug(post);
        refuseSecondIssue(change);
        keepUse(change);
        return keep(change);
    }

    private void refuseTakenSlug(Post post) {
        var wanted = slugs(post).toList();
        var taken = posts.values().stream()
                .filter(other -> !other.id().equals(post.id()))
                .flatMap(InMemoryPosts::slugs)
                .anyMatch(wanted::contains);
        if (taken) {
            throw new SlugTakenException(post.slug());
        }
    }

    private Post keep(PostChange change) {
        var post = change.post();
        posts.put(post.id(), post);
        revisions
                .computeIfAbsent(post.id(), first -> new CopyOnWriteArrayList<>())
                .add(new StoredRevision(post, change.info()));
        var event = change.event();
        if (event != null) {
            events.add(event);
            relay.wake(post.id().value());
        }
        return post;
    }

    private void keepUse(PostChange change) {
        var key = change.key();
        if (key == null) {
            return;
        }
        if (uses.containsKey(key.value())) {
            throw new KeyUsedException();
        }
        var at = Objects.requireNonNull(change.info().at());
        uses.put(key.value(), new KeyUse(change.post().id(), change.post().revision(), key.fingerprint(), at));
    }

    private void refuseSecondIssue(PostChange change) {
        var content = change.post().content();
        if (change.isSecondIssue()) {
            seconds.add(change.post().id());
        }
        if (seconds.contains(change.post().id()) || content.period() == null || !isIssue(change.post())) {
            return;
        }
        posts.values().stream()
                .filter(other -> !other.id().equals(change.post().id()) && isIssue(other))
                .filter(other -> Objects.equals(other.content().series(), content.series())
                        && content.period().equals(other.content().period()))
                .findFirst()
                .ifPresent(other -> {
                    throw new DuplicatePeriodException(other.id());
                });
    }

    private static boolean isIssue(Post post) {
        return post instanceof Scheduled || post instanceof Published;
    }

    private void refuseStale(Post post) {
        var current = posts.get(post.id());
        if (post.revision().equals(Revision.FIRST)) {
            return;
        }
        if (current == null) {
            throw new PostNotFoundException(post.id().toString());
        }
        if (!current.revision().equals(post.revision().previous())) {
            throw new StaleRevisionException(current.revision());
        }
    }

    private static Stream<Slug> slugs(Post post) {
        var slugs = new ArrayList<Slug>(post.formerSlugs());
        slugs.add(post.slug());
        return slugs.stream();
    }
}
