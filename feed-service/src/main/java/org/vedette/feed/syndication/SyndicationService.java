package org.vedette.feed.syndication;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.vedette.events.Byline;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.Tlp;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.LiveTimeline;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Mono;

/** Makes the feed of the newest posts. */
public final class SyndicationService {

    private final LiveTimeline timeline;
    private final Entries entries;
    private final Blog blog;
    private final Set<Tlp> syndicated;
    private final int size;

    /**
     * Serves feeds of one size.
     *
     * @param syndicated labels a feed may carry
     * @param size entries in a feed, at most
     */
    public SyndicationService(LiveTimeline timeline, Entries entries, Blog blog, Set<Tlp> syndicated, int size) {
        this.timeline = timeline;
        this.entries = entries;
        this.blog = blog;
        this.syndicated = Set.copyOf(syndicated);
        this.size = size;
    }

    public Mono<Feed> feed() {
        var now = timeline.now();
        var positions = now.posts().newest(size, position -> syndicated.contains(position.tlp()));
        return positions.isEmpty()
                ? Mono.just(feed(now, List.of(), Map.of()))
                : entries.find(positions.stream().map(Position::id).toList())
                        .ofType(Entry.class)
                        .filter(entry -> syndicated.contains(entry.tlp()))
                        .collectList()
                        .map(found ->
                                feed(now, positions, found.stream().collect(toMap(Entry::id, Function.identity()))));
    }

    private Feed feed(Timeline now, List<Position> positions, Map<UUID, Entry> found) {
        var inOrder = positions.stream()
                .flatMap(position -> Stream.ofNullable(found.get(position.id()))
                        .map(entry -> feedEntry(entry, now.publicationSecond(position))))
                .toList();
        var revisedAt =
                found.values().stream().map(entry -> entry.post().revisedAt()).max(Comparator.naturalOrder());
        return new Feed(
                blog.title(),
                blog.tagline(),
                blog.address("/"),
                inOrder,
                revisedAt.orElse(null),
                now.changedAt().orElse(null));
    }

    private FeedEntry feedEntry(Entry entry, Instant second) {
        var post = entry.post();
        var permalink = blog.permalink(post.slug());
        return new FeedEntry(
                post.id(),
                permalink,
                entry.tlp() == Tlp.CLEAR ? post.title() : "[" + entry.tlp().label() + "] " + post.title(),
                entry.summary(),
                new AbsoluteAddresses(permalink).in(post.html()),
                post.bylines().stream().map(SyndicationService::credit).toList(),
                post.tags(),
                post.series(),
                second);
    }

    private static String credit(Byline byline) {
        return byline.affiliation() == null ? byline.name() : byline.name() + ", " + byline.affiliation();
    }
}
