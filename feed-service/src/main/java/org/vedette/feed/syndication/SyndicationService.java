package org.vedette.feed.syndication;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.BlogCalendar;
import org.vedette.feed.blog.Scope;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.EntrySummary;
import org.vedette.feed.entries.Summaries;
import org.vedette.feed.timeline.Position;
import org.vedette.feed.timeline.Sequence;
import org.vedette.feed.timeline.SortKey;
import org.vedette.feed.timeline.Timeline;
import reactor.core.publisher.Mono;

/** Creates the feeds: of everything, and of each series, tag and author, in pages from the newest to the oldest entry. */
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
     * @param size entries on a page of a feed, at most
     */
    public SyndicationService(CurrentTimeline timeline, Entries entries, Blog blog, BlogCalendar calendar, int size) {
        this.timeline = timeline;
        this.entries = entries;
        this.blog = blog;
        this.mapper = new FeedEntryMapper(blog, calendar);
        this.size = size;
    }

    /** The entries of a page, and the sort key of the last post before the next page. */
    private record Page(List<FeedEntry> entries, @Nullable SortKey next) {}

    /** Whether there is a feed of a scope: there is none of a series, tag or author without any post. */
    public boolean has(Scope scope) {
        return has(scope, timeline.get());
    }

    /** The scope under its present address, which is another one where an editor merged two authors. */
    public Scope current(Scope scope) {
        return timeline.get().current(scope);
    }

    /**
     * A page of the feed of a scope; empty when there is no such feed.
     *
     * @param after sort key of the last entry of the previous page; null for the newest entries
     */
    public Mono<Feed> feed(Scope scope, @Nullable SortKey after) {
        var now = timeline.get();
        var all = now.in(scope);
        var rest = after == null ? all : all.olderThan(after);
        var positions = rest.newest(size);
        return has(scope, now)
                ? found(positions)
                        .map(found -> page(rest, positions, found, now))
                        .flatMap(page -> Summaries.of(entries, all.first().stream())
                                .map(newest -> feed(scope, after, newest, page)))
                : Mono.empty();
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

    /**
     * As many of the newest as fit, but always one. The next page begins after the last of them; those that cannot be read do
     * not end the feed.
     */
    private Page page(Sequence rest, List<Position> positions, Map<UUID, Entry> found, Timeline now) {
        var kept = new ArrayList<FeedEntry>();
        var characters = 0L;
        var read = 0;
        for (var position : positions) {
            var entry = found.get(position.id());
            if (entry != null) {
                var mapped = mapper.map(entry, now.publicationSecond(position));
                characters += mapped.html().length();
                if (characters > MAX_CHARACTERS && !kept.isEmpty()) {
                    break;
                }
                kept.add(mapped);
            }
            read++;
        }
        return new Page(kept, read < rest.size() ? positions.get(read - 1).sortKey() : null);
    }

    /** The newest post of the scope names it on every page, save where the store is ahead and it has left the scope. */
    private Feed feed(Scope scope, @Nullable SortKey after, Summaries newest, Page page) {
        var posts = Stream.concat(
                        newest.byId().values().stream(),
                        page.entries().stream().map(entry -> entry.source().toSummary()))
                .toList();
        return new Feed(scope, title(scope, posts), summary(scope, posts), page.entries(), after, page.next());
    }

    /**
     * Titles tell the feeds of one blog apart in a list of subscriptions, such as Blog · Posts by Ada Example.
     *
     * @param newestFirst posts of the scope: titles of series and names of authors are those last in use
     */
    private String title(Scope scope, List<EntrySummary> newestFirst) {
        return switch (scope.kind()) {
            case EVERYTHING -> blog.title();
            case SERIES -> blog.title() + " · " + name(scope, newestFirst);
            case TAG, AUTHOR -> blog.title() + " · Posts " + postsOf(scope, newestFirst);
        };
    }

    /** The tagline of the blog, or what a feed of a part of it has. */
    private String summary(Scope scope, List<EntrySummary> newestFirst) {
        return switch (scope.kind()) {
            case EVERYTHING -> blog.tagline();
            case SERIES -> "Every issue of " + name(scope, newestFirst) + ", a series of " + blog.title() + ".";
            case TAG, AUTHOR -> "Posts " + postsOf(scope, newestFirst) + " on " + blog.title() + ".";
        };
    }

    private static String postsOf(Scope scope, List<EntrySummary> newestFirst) {
        return (scope.kind() == Scope.Kind.AUTHOR ? "by " : "tagged ") + name(scope, newestFirst);
    }

    private static String name(Scope scope, List<EntrySummary> newestFirst) {
        return switch (scope.kind()) {
            case SERIES -> scope.seriesTitle(newestFirst.stream().map(EntrySummary::series));
            case AUTHOR ->
                scope.byline(newestFirst.stream().flatMap(post -> post.bylines().stream()))
                        .name();
            case TAG, EVERYTHING -> scope.key();
        };
    }
}
