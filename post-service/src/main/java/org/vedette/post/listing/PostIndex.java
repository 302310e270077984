package org.vedette.post.listing;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vedette.post.lifecycle.PostId;

/**
 * The index of all posts in this instance. Its operations take as long as a disk does, and signal an {@link
 * IndexBrokenException} when it fails.
 */
public interface PostIndex {

    /** Adds those of the posts that are newer than what it has; the next search finds them. */
    void put(Collection<IndexedPost> posts);

    void remove(Collection<PostId> posts);

    /** Whether a failure, such as a full disk, keeps it from being read and written until it is reset. */
    boolean isBroken();

    /** Replaces it by an empty one. */
    void reset();

    /** Whether it has this revision of a post, or a newer one. */
    boolean has(PostId post, long revision);

    Page find(PostQuery query);

    /**
     * The values of a field, sorted, and how many posts have each.
     *
     * @param visibleTo id of an author, who sees posts of their own and those that are public; null for an editor
     */
    List<ValueCount> counts(CountedField field, @Nullable String visibleTo);

    /**
     * A page of a list.
     *
     * @param next where the next page begins; null on the last one
     * @param total number of all posts that match
     */
    record Page(List<PostId> posts, @Nullable PostCursor next, long total) {

        public Page {
            posts = List.copyOf(posts);
        }
    }
}
