package org.vedette.feed.entries;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All posts in the order of time, and every address they ever had. Immutable: who holds one sees one state of the blog.
 */
public final class Timeline {

    public static final Timeline EMPTY = new Timeline(Map.of());

    private final Map<UUID, Position> known;
    private final List<Position> newestFirst;
    private final Map<String, List<Position>> series;
    private final Map<String, Position> addresses;
    private final PublicationSeconds seconds;
    private final @Nullable Instant changedAt;

    private Timeline(Map<UUID, Position> known) {
        this.known = known;
        this.newestFirst = known.values().stream()
                .filter(position -> !position.isWithdrawn())
                .sorted(Position.NEWEST_FIRST)
                .toList();
        this.series = bySeries(newestFirst);
        this.addresses = addresses(known.values(), newestFirst);
        this.seconds = PublicationSeconds.of(newestFirst);
        this.changedAt = known.values().stream()
                .map(Position::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    public static Timeline of(Collection<Position> positions) {
        return EMPTY.with(positions);
    }

    /** This timeline with what is newer than what it knows; itself when nothing is. */
    public Timeline with(Collection<Position> changed) {
        var next = new HashMap<>(known);
        changed.forEach(position -> next.merge(position.id(), position, Timeline::newer));
        return next.equals(known) ? this : new Timeline(next);
    }

    public int size() {
        return newestFirst.size();
    }

    public List<Position> newest(int limit) {
        return newestFirst.subList(0, Math.min(limit, newestFirst.size()));
    }

    public List<Position> newest(int limit, Predicate<Position> wanted) {
        return newestFirst.stream().filter(wanted).limit(limit).toList();
    }

    /** The post that has or had an address, withdrawn or not. */
    public Optional<Position> at(String slug) {
        return Optional.ofNullable(addresses.get(slug));
    }

    /** The next newer post in time. */
    public Optional<Position> newerThan(Position position) {
        return neighbour(position, -1);
    }

    /** The next older post in time. */
    public Optional<Position> olderThan(Position position) {
        return neighbour(position, +1);
    }

    /** The issues of a series, newest first; empty when there is no such series. */
    public List<Position> series(String slug) {
        return series.getOrDefault(slug, List.of());
    }

    /** The latest issue of every series, newest first. */
    public List<Position> latestIssues() {
        return series.values().stream()
                .map(issues -> issues.get(0))
                .sorted(Position.NEWEST_FIRST)
                .toList();
    }

    /** Second of publication that no other post shares. */
    public Instant publicationSecond(Position position) {
        return seconds.of(position);
    }

    /** When the blog last changed, the same on every instance; empty when nothing ever happened. */
    public Optional<Instant> changedAt() {
        return Optional.ofNullable(changedAt);
    }

    private Optional<Position> neighbour(Position position, int step) {
        var found = Collections.binarySearch(newestFirst, position, Position.NEWEST_FIRST);
        var index = found + step;
        return found < 0 || index < 0 || index >= newestFirst.size()
                ? Optional.empty()
                : Optional.of(newestFirst.get(index));
    }

    private static Position newer(Position known, Position other) {
        return other.revision() > known.revision() ? other : known;
    }

    private static Map<String, List<Position>> bySeries(List<Position> newestFirst) {
        return newestFirst.stream()
                .filter(position -> position.series() != null)
                .collect(groupingBy(
                        position -> String.valueOf(position.series()),
                        collectingAndThen(toList(), Collections::unmodifiableList)));
    }

    /** An address belongs to the post that has it now, else to the newest that had it, else to one withdrawn. */
    private static Map<String, Position> addresses(Collection<Position> all, List<Position> newestFirst) {
        var addresses = new HashMap<String, Position>();
        newestFirst.forEach(position -> addresses.putIfAbsent(position.slug(), position));
        newestFirst.forEach(position -> position.formerSlugs().forEach(slug -> addresses.putIfAbsent(slug, position)));
        all.stream()
                .filter(Position::isWithdrawn)
                .sorted(Comparator.comparing(Position::id))
                .forEach(gone -> {
                    addresses.putIfAbsent(gone.slug(), gone);
                    gone.formerSlugs().forEach(slug -> addresses.putIfAbsent(slug, gone));
                });
        return addresses;
    }
}
