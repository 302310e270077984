package org.vedette.feed.timeline;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.blog.Scope;

/**
 * All public posts in the order of time, by series, tag and author, and every address that any post ever had. Immutable: who
 * holds one sees one state of the blog. The next state shares nearly all of its memory with the one before.
 */
public final class Timeline {

    /** With so many changes, and when they are a good part of the whole, it is cheaper to sort everything again. */
    private static final int MIN_CHANGES_TO_REBUILD = 1_000;

    public static final Timeline EMPTY = new Timeline(PersistentHashMap.empty());

    private final PersistentHashMap<UUID, Position> known;
    private final PersistentSortedList posts;
    private final PositionIndex series;
    private final PositionIndex tags;
    private final PositionIndex authors;
    private final PositionIndex formerAuthors;
    private final Addresses addresses;
    private final PublicationSeconds seconds;

    private Timeline(PersistentHashMap<UUID, Position> known) {
        var all = known.values().toList();
        var live = all.stream().filter(Position::isPublic).toList();
        this.known = known;
        this.posts = PersistentSortedList.of(live);
        this.series = PositionIndex.of(Timeline::seriesOf, live);
        this.tags = PositionIndex.of(Position::tags, live);
        this.authors = PositionIndex.of(Position::authors, live);
        this.formerAuthors = PositionIndex.of(Timeline::formerAuthorsOf, live);
        this.addresses = Addresses.of(all);
        this.seconds = PublicationSeconds.of(posts);
    }

    /** The next state, in which one post has another position. */
    private Timeline(Timeline before, @Nullable Position was, Position now) {
        var removed = was == null || !was.isPublic() ? null : was;
        var added = now.isPublic() ? now : null;
        this.known = before.known.with(now.id(), now);
        this.posts = replace(before.posts, removed, added);
        this.series = replace(before.series, removed, added);
        this.tags = replace(before.tags, removed, added);
        this.authors = replace(before.authors, removed, added);
        this.formerAuthors = replace(before.formerAuthors, removed, added);
        this.addresses = before.addresses.with(was, now);
        this.seconds = secondsAfter(before, removed, added);
    }

    public static Timeline of(Collection<Position> positions) {
        return EMPTY.rebuiltWith(positions);
    }

    /** This timeline with what is newer than what it knows; itself when nothing is. */
    public Timeline with(Collection<Position> changed) {
        if (changed.size() >= MIN_CHANGES_TO_REBUILD && changed.size() >= known.size() / 4) {
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

    /** What is known of a post, public or not. */
    public Optional<Position> find(UUID id) {
        return Optional.ofNullable(known.get(id));
    }

    /** All that is known, public or not, in no order. */
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

    /** The scope itself; that of the present slug for an author who has no posts under the given one any more. */
    public Scope current(Scope scope) {
        if (scope.kind() != Scope.Kind.AUTHOR || !in(scope).isEmpty()) {
            return scope;
        }
        return formerAuthors
                .get(scope.key())
                .first()
                .map(post ->
                        Scope.author(Objects.requireNonNull(post.formerAuthors().get(scope.key()))))
                .orElse(scope);
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

    /** The post that has or had an address: a public one, else one withdrawn, else one that the public must not see. */
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

    /** Second of publication that no other post shares; the post's own or an earlier one. */
    public Instant publicationSecond(Position position) {
        return seconds.of(position);
    }

    private Timeline rebuiltWith(Collection<Position> changed) {
        var all = new HashMap<UUID, Position>();
        known.values().forEach(position -> all.put(position.id(), position));
        changed.forEach(position -> all.merge(position.id(), position, Timeline::newer));
        return new Timeline(PersistentHashMap.of(all));
    }

    private Optional<Position> neighbour(Position position, int step) {
        var found = posts.rankOf(position);
        var rank = found + step;
        return found < 0 || rank < 0 || rank >= posts.size() ? Optional.empty() : Optional.of(posts.get(rank));
    }

    private PublicationSeconds secondsAfter(Timeline before, @Nullable Position removed, @Nullable Position added) {
        if (removed != null && added != null && removed.sortKey().equals(added.sortKey())) {
            return before.seconds;
        }
        var next = before.seconds;
        if (removed != null) {
            next = next.without(before.posts.without(removed), removed);
        }
        return added == null ? next : next.with(posts, added);
    }

    private static PersistentSortedList replace(
            PersistentSortedList posts, @Nullable Position removed, @Nullable Position added) {
        var without = removed == null ? posts : posts.without(removed);
        return added == null ? without : without.with(added);
    }

    private static PositionIndex replace(PositionIndex index, @Nullable Position removed, @Nullable Position added) {
        var without = removed == null ? index : index.without(removed);
        return added == null ? without : without.with(added);
    }

    private static Position newer(Position known, Position other) {
        return other.revision() > known.revision() ? other : known;
    }

    private static Collection<String> formerAuthorsOf(Position position) {
        return position.formerAuthors().keySet();
    }

    private static List<String> seriesOf(Position position) {
        return position.series() == null ? List.of() : List.of(position.series());
    }
}
