package org.vedette.feed.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every address there ever was and whose it is. An address belongs to the post that has it now, else to the newest that
 * had it, else to one withdrawn, else to one that is restricted. Immutable.
 */
final class Addresses {

    private final PersistentHashMap<String, List<Position>> claims;

    private Addresses(PersistentHashMap<String, List<Position>> claims) {
        this.claims = claims;
    }

    static Addresses of(Collection<Position> positions) {
        var claims = new HashMap<String, List<Position>>();
        positions.forEach(position -> slugs(position)
                .forEach(slug ->
                        claims.computeIfAbsent(slug, any -> new ArrayList<>(1)).add(position)));
        return new Addresses(PersistentHashMap.of(claims));
    }

    Optional<Position> at(String slug) {
        return claims(slug).stream().min(bestClaim(slug));
    }

    /** With a post's addresses in place of those it had before. */
    Addresses with(@Nullable Position before, Position now) {
        var next = claims;
        if (before != null) {
            for (var slug : slugs(before).toList()) {
                next = next.with(slug, without(next.get(slug), before));
            }
        }
        for (var slug : slugs(now).toList()) {
            next = next.with(slug, with(next.get(slug), now));
        }
        return new Addresses(next);
    }

    private List<Position> claims(String slug) {
        var known = claims.get(slug);
        return known == null ? List.of() : known;
    }

    private static Stream<String> slugs(Position position) {
        return Stream.concat(Stream.of(position.slug()), position.formerSlugs().stream())
                .distinct();
    }

    private static Comparator<Position> bestClaim(String slug) {
        return Comparator.comparing(Position::isRestricted)
                .thenComparing(Position::isWithdrawn)
                .thenComparing(position -> !position.slug().equals(slug))
                .thenComparing(Position.NEWEST_FIRST);
    }

    private static List<Position> with(@Nullable List<Position> claims, Position position) {
        return claims == null
                ? List.of(position)
                : Stream.concat(claims.stream(), Stream.of(position)).toList();
    }

    private static List<Position> without(@Nullable List<Position> claims, Position position) {
        return claims == null
                ? List.of()
                : claims.stream()
                        .filter(other -> !other.id().equals(position.id()))
                        .toList();
    }
}
