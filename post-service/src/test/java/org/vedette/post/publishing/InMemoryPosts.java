package org.vedette.post.publishing;

import java.time.Instant;
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
import org.vedette.post.manuscript.Body;
import org.vedette.post.manuscript.Manuscript;
import org.vedette.post.outbox.Announcement;
import org.vedette.post.publishing.Refusal.SlugTaken;
import org.vedette.post.publishing.Refusal.StaleRevision;
import org.vedette.post.publishing.Refusal.UnknownPost;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Posts for tests; keeps the same contract as the real ones. */
public final class InMemoryPosts implements Posts {

    private final Map<PostId, Post> posts = new ConcurrentHashMap<>();
    private final List<Announcement> announcements = new CopyOnWriteArrayList<>();

    /** Everything announced so far, in order. */
    public List<Announcement> announcements() {
        return List.copyOf(announcements);
    }

    @Override
    public Mono<Post> find(PostId id) {
        return Mono.fromSupplier(() -> posts.get(id));
    }

    @Override
    public Flux<Listing> newest(int limit) {
        return Flux.defer(() -> Flux.fromStream(posts.values().stream()
                .sorted(Comparator.comparing(Post::createdAt)
                        .thenComparing(post -> post.id().value())
                        .reversed())
                .limit(limit)
                .map(InMemoryPosts::listing)));
    }

    static Listing listing(Post post) {
        if (post instanceof Published published) {
            return new Listing(new Published(
                    post.id(),
                    post.revision(),
                    post.slug(),
                    post.formerSlugs(),
                    withoutBody(post.manuscript()),
                    post.createdAt(),
                    published.publishedAt(),
                    published.revisedAt()));
        }
        Instant publishAt = ((Draft) post).publishAt();
        return new Listing(new Draft(
                post.id(), post.revision(), post.slug(), withoutBody(post.manuscript()), publishAt, post.createdAt()));
    }

    private static Manuscript withoutBody(Manuscript manuscript) {
        return new Manuscript(
                manuscript.title(),
                manuscript.standfirst(),
                new Body(""),
                manuscript.bylines(),
                manuscript.tags(),
                manuscript.series(),
                manuscript.period(),
                manuscript.tlp());
    }

    @Override
    public Mono<Set<Slug>> taken(Collection<Slug> slugs) {
        return Mono.fromSupplier(() -> {
            Set<Slug> taken = new HashSet<>(slugs);
            taken.retainAll(
                    posts.values().stream().flatMap(InMemoryPosts::slugs).toList());
            return taken;
        });
    }

    @Override
    public Mono<Post> store(Change change) {
        return Mono.fromSupplier(() -> storeNow(change));
    }

    private synchronized Post storeNow(Change change) {
        Post post = change.post();
        refuseStale(post);
        List<Slug> wanted = slugs(post).toList();
        boolean taken = posts.values().stream()
                .filter(other -> !other.id().equals(post.id()))
                .flatMap(InMemoryPosts::slugs)
                .anyMatch(wanted::contains);
        if (taken) {
            throw new SlugTaken(post.slug());
        }
        posts.put(post.id(), post);
        if (change.announcement() != null) {
            announcements.add(change.announcement());
        }
        return post;
    }

    private void refuseStale(Post post) {
        Post current = posts.get(post.id());
        if (post.revision().equals(Revision.FIRST)) {
            return;
        }
        if (current == null) {
            throw new UnknownPost(post.id().toString());
        }
        if (!current.revision().equals(post.revision().previous())) {
            throw new StaleRevision(current.revision());
        }
    }

    private static Stream<Slug> slugs(Post post) {
        List<Slug> slugs = new ArrayList<>(post.formerSlugs());
        slugs.add(post.slug());
        return slugs.stream();
    }
}
