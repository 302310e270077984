package org.vedette.feed.timeline;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Scope;

/**
 * All posts in the order of time, by series, tag and author, and every address they ever had. Immutable: who holds one
 * sees one state of the blog. The next state shares nearly all of its memory with the one before.
 */
public final class Timeline {

    /** From so many changes on, and when they are a good part of the whole, it is cheaper to sort everything anew. */
    private static final int MANY = 1_000;

    public static final Timeline EMPTY = new Timeline(Buckets.empty());

    private final Buckets<UUID, Position> known;
    private final Chunks posts;
    private final Lists series;
    private final Lists tags;
    private final Lists authors;
    private final Addresses addresses;
    private final PublicationSeconds seconds;

    private Timeline(Buckets<UUID, Position> known) {
        var all = known.values().toList();
        var live = all.stream().filter(position -> !position.isWithdrawn()).toList();
        this.known = known;
        this.posts = Chunks.of(live);
        this.series = Lists.of(Timeline::seriesOf, live);
        this.tags = Lists.of(Position::tags, live);
        this.authors = Lists.of(Position::authors, live);
        this.addresses = Addresses.of(all);
        this.seconds = PublicationSeconds.of(posts);
    }

    /** One state further: a post is at another place than before, or not there any more. */
    private Timeline(Timeline before, @Nullable Position was, Position now) {
        var left = was == null || was.isWithdrawn() ? null : was;
        var came = now.isWithdrawn() ? null : now;
        this.known = before.known.with(now.id(), now);
        this.posts = moved(before.posts, left, came);
        this.series = moved(before.series, left, came);
        this.tags = moved(before.tags, left, came);
        this.authors = moved(before.authors, left, came);
        this.addresses = before.addresses.with(was, now);
        this.seconds = settled(before, left, came);
    }

    public static Timeline of(Collection<Position> positions) {
        return EMPTY.rebuiltWith(positions);
    }

    /** This timeline with what is newer than what it knows; itself when nothing is. */
    public Timeline with(Collection<Position> changed) {
        if (changed.size() >= MANY && changed.size() >= known.size() / 4) {
            return rebuiltWith(changed);
        }
        var next = this;
        for (var position : changed) {
            var was = next.known.get(position.id());
            if (was == null || was.revision() < position.revision()) {
                next = new Timeline(next, was, position);
            }
        }
        return next;
    }

    /** What is known of a post, withdrawn or not. */
    public Optional<Position> find(UUID id) {
        return Optional.ofNullable(known.get(id));
    }

    /** All that is known, withdrawn or not, in no order. */
    public Stream<Position> all() {
        return known.values();
    }

    public int size() {
        return posts.size();
    }

    public Sequence posts() {
        return new Sequence(posts);
    }

    /** The posts of a scope; none when there is no such thing. */
    public Sequence in(Scope scope) {
        return switch (scope.kind()) {
            case EVERYTHING -> posts();
            case SERIES -> series(scope.key());
            case TAG -> tag(scope.key());
            case AUTHOR -> author(scope.key());
        };
    }

    /** The issues of a series; empty when there is no such series. */
    public Sequence series(String slug) {
        return series.get(slug);
    }

    public Sequence tag(String tag) {
        return tags.get(tag);
    }

    public Sequence author(String slug) {
        return authors.get(slug);
    }

    /** Every series by its slug, in no order. */
    public Stream<Map.Entry<String, Sequence>> allSeries() {
        return series.all();
    }

    /** Every tag that a post has, in no order. */
    public Stream<Map.Entry<String, Sequence>> allTags() {
        return tags.all();
    }

    /** Everybody who wrote, by slug, in no order. */
    public Stream<Map.Entry<String, Sequence>> allAuthors() {
        return authors.all();
    }

    /** The post that has or had an address, withdrawn or not. */
    public Optional<Position> findBySlug(String slug) {
        return addresses.at(slug);
    }

    /** The next newer post in time. */
    public Optional<Position> newerThan(Position position) {
        return neighbour(position, -1);
    }

    /** The next older post in time. */
    public Optional<Position> olderThan(Position position) {
        return neighbour(position, +1);
    }

    /** The latest issue of every series, newest first. */
    public List<Position> latestIssues() {
        return allSeries()
                .flatMap(issues -> issues.getValue().first().stream())
                .sorted(Position.NEWEST_FIRST)
                .toList();
    }

    /** Second of publication that no other post shares. */
    public Instant publicationSecond(Position position) {
        return seconds.of(position);
    }

    private Timeline rebuiltWith(Collection<Position> changed) {
        var all = new HashMap<UUID, Position>();
        known.values().forEach(position -> all.put(position.id(), position));
        changed.forEach(position -> all.merge(position.id(), position, Timeline::newer));
        return new Timeline(Buckets.of(all));
    }

    private Optional<Position> neighbour(Position position, int step) {
        var found = posts.rankOf(position);
        var rank = found + step;
        return found < 0 || rank < 0 || rank >= posts.size() ? Optional.empty() : Optional.of(posts.get(rank));
    }

    private PublicationSeconds settled(Timeline before, @Nullable Position left, @Nullable Position came) {
        if (left != null && came != null && left.sortKey().equals(came.sortKey())) {
            return before.seconds;
        }
        var settled = before.seconds;
        if (left != null) {
            settled = settled.settled(before.posts.without(left), before.posts.rankOf(left));
        }
        return came == null ? settled : settled.settled(posts, posts.rankOf(came));
    }

    private static Chunks moved(Chunks posts, @Nullable Position left, @Nullable Position came) {
        var without = left == null ? posts : posts.without(left);
        return came == null ? without : without.with(came);
    }

    private static Lists moved(Lists lists, @Nullable Position left, @Nullable Position came) {
        var without = left == null ? lists : lists.without(left);
        return came == null ? without : without.with(came);
    }

    private static Position newer(Position known, Position other) {
        return other.revision() > known.revision() ? other : known;
    }

    private static List<String> seriesOf(Position position) {
        return position.series() == null ? List.of() : List.of(position.series());
    }
}
