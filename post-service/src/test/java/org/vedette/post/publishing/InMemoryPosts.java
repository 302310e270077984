package org.vedette.post.publishing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.PostEvent;
import org.vedette.events.PostPublished;
import org.vedette.events.PostRevised;
import org.vedette.post.authors.AuthorSlug;
import org.vedette.post.content.Body;
import org.vedette.post.content.PostContent;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.post.outbox.OutboxSignal;
import org.vedette.post.publishing.PublishingException.PostNotFoundException;
import org.vedette.post.publishing.PublishingException.SlugTakenException;
import org.vedette.post.publishing.PublishingException.StaleRevisionException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Posts for tests; passes the same contract test as the store. */
public final class InMemoryPosts implements Posts {

    private final Map<PostId, Post> posts = new ConcurrentHashMap<>();
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
    public Flux<PostSummary> newest(int limit) {
        return Flux.defer(() -> Flux.fromStream(posts.values().stream()
                .sorted(Comparator.comparing(Post::createdAt)
                        .thenComparing(post -> post.id().value())
                        .reversed())
                .limit(limit)
                .map(InMemoryPosts::summary)));
    }

    static PostSummary summary(Post post) {
        if (post instanceof Published published) {
            return new PostSummary(new Published(
                    post.id(),
                    post.revision(),
                    post.slug(),
                    post.formerSlugs(),
                    withoutBody(post.content()),
                    published.corrections(),
                    post.createdAt(),
                    published.publishedAt(),
                    published.revisedAt()));
        }
        var publishAt = ((Draft) post).publishAt();
        return new PostSummary(new Draft(
                post.id(), post.revision(), post.slug(), withoutBody(post.content()), publishAt, post.createdAt()));
    }

    @Override
    public Flux<Published> publishedWithout(AuthorSlug author, String name) {
        return Flux.defer(() -> Flux.fromStream(posts.values().stream()))
                .ofType(Published.class)
                .filter(post -> post.content().bylines().stream()
                        .anyMatch(byline -> byline.name().equals(name)))
                .filter(post -> !authorsOf(post).contains(author.value()));
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
                content.language());
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
    public Mono<Post> store(Post post, @Nullable OutboxEvent event) {
        return Mono.fromSupplier(() -> storeNow(post, event));
    }

    private synchronized Post storeNow(Post post, @Nullable OutboxEvent event) {
        refuseStale(post);
        var wanted = slugs(post).toList();
        var taken = posts.values().stream()
                .filter(other -> !other.id().equals(post.id()))
                .flatMap(InMemoryPosts::slugs)
                .anyMatch(wanted::contains);
        if (taken) {
            throw new SlugTakenException(post.slug());
        }
        posts.put(post.id(), post);
        if (event != null) {
            events.add(event);
            relay.wake(post.id().value());
        }
        return post;
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
