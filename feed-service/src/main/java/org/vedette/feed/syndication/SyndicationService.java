package org.vedette.feed.syndication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.vedette.events.PublicPost;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Mono;

/** Creates the feeds: of everything, and of each series, tag and author. */
public final class SyndicationService {

    /** Feed readers give up on many megabytes; the longest posts have half a megabyte. */
    private static final int MAX_CHARACTERS = 2_000_000;

    private final CurrentTimeline timeline;
    private final Entries entries;
    private final Blog blog;
    private final FeedEntryMapper mapper;
    private final int size;

    /**
     * Creates feeds of one size.
     *
     * @param size entries in a feed, at most
     */
    public SyndicationService(CurrentTimeline timeline, Entries entries, Blog blog, BlogCalendar calendar, int size) {
        this.timeline = timeline;
        this.entries = entries;
        this.blog = blog;
        this.mapper = new FeedEntryMapper(blog, calendar);
        this.size = size;
    }

    /** Whether there is a feed of a scope: there is none of a series, tag or author without any post. */
    public boolean has(Scope scope) {
        return has(scope, timeline.get());
    }

    /** The feed of a scope; empty when there is none. */
    public Mono<Feed> feed(Scope scope) {
        var now = timeline.get();
        var positions = now.in(scope).newest(size);
        return has(scope, now) ? found(positions).map(found -> feed(scope, now, positions, found)) : Mono.empty();
    }

    private static boolean has(Scope scope, Timeline now) {
        return scope.equals(Scope.EVERYTHING) || !now.in(scope).isEmpty();
    }

    private Mono<Map<UUID, Entry>> found(List<Position> positions) {
        return positions.isEmpty()
                ? Mono.just(Map.of())
                : entries.get(positions.stream().map(Position::id).toList())
                        .ofType(Entry.class)
                        .collectMap(Entry::id);
    }

    private Feed feed(Scope scope, Timeline now, List<Position> positions, Map<UUID, Entry> found) {
        var newestFirst = positions.stream()
                .flatMap(position -> Stream.ofNullable(found.get(position.id()))
                        .map(entry -> mapper.map(entry, now.publicationSecond(position))))
                .toList();
        var title = title(scope, newestFirst.stream().map(FeedEntry::post).toList());
        return new Feed(scope, title, blog.tagline(), truncate(newestFirst));
    }

    /** As many of the newest as fit, but always one. */
    private static List<FeedEntry> truncate(List<FeedEntry> newestFirst) {
        var kept = new ArrayList<FeedEntry>();
        var characters = 0L;
        for (var entry : newestFirst) {
            characters += entry.html().length();
            if (characters > MAX_CHARACTERS && !kept.isEmpty()) {
                break;
            }
            kept.add(entry);
        }
        return kept;
    }

    /**
     * Titles tell the feeds of one blog apart in a list of subscriptions, such as Blog · Posts by Ada Example.
     *
     * @param newestFirst posts of the scope: titles of series and names of authors are those last in use
     */
    private String title(Scope scope, List<PublicPost> newestFirst) {
        var bylines = newestFirst.stream().flatMap(post -> post.bylines().stream());
        return switch (scope.kind()) {
            case EVERYTHING -> blog.title();
            case SERIES ->
                blog.title() + " · " + scope.seriesTitle(newestFirst.stream().map(PublicPost::series));
            case TAG -> blog.title() + " · Posts tagged " + scope.key();
            case AUTHOR -> blog.title() + " · Posts by " + scope.byline(bylines).name();
        };
    }
}
