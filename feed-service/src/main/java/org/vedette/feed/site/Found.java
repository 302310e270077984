package org.vedette.feed.site;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vedette.feed.entries.Entry;
import org.vedette.feed.entries.ProjectedPost;
import org.vedette.feed.entries.Tombstone;
import org.vedette.feed.timeline.Position;

/** The posts of one page, as the store has them. */
record Found(Map<UUID, ProjectedPost> byId) {

    static Found of(Collection<ProjectedPost> all) {
        return new Found(all.stream().collect(toMap(ProjectedPost::id, Function.identity())));
    }

    Optional<Entry> entry(Optional<Position> position) {
        return position.map(Position::id)
                .map(byId::get)
                .filter(Entry.class::isInstance)
                .map(Entry.class::cast);
    }

    /** Why a post was withdrawn; null when it was not, or nobody said. */
    @Nullable
    String reason(Position position) {
        return byId.get(position.id()) instanceof Tombstone gone ? gone.reason() : null;
    }
}
