package org.vedette.post.renaming;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.vedette.post.content.PostContent;
import org.vedette.post.content.Tag;
import org.vedette.post.requests.Person;

/**
 * Another word for a tag, or another name for an author, in all posts; and how far that is.
 *
 * @param from the tag or name that ends
 * @param to the tag or name that takes its place
 * @param total posts that had it, as far as they were found
 * @param changed posts that were changed
 * @param refused posts that keep it, because they cannot be stored as they are; with {@value #MAX_REFUSED} of them it ends
 */
public record Renaming(
        UUID id,
        Kind kind,
        String from,
        String to,
        Person by,
        State state,
        int total,
        int changed,
        List<Refused> refused,
        Instant startedAt,
        Instant updatedAt) {

    static final int MAX_REFUSED = 200;

    public Renaming {
        refused = List.copyOf(refused);
    }

    /** What is renamed. */
    public enum Kind {
        TAG,
        AUTHOR
    }

    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        FINISHED
    }

    /** A post that was not changed, and why. */
    public record Refused(UUID post, String title, String reason) {}

    /** Whether somebody works on it, or will. */
    public boolean isOpen() {
        return state != State.FINISHED;
    }

    /** The posts that need not be looked at again. */
    public int done() {
        return changed + refused.size();
    }

    /** A content with the new word in place of the former one; equal to what it was when it has the former one nowhere. */
    PostContent of(PostContent content) {
        return kind == Kind.TAG ? content.withTags(tags(content)) : renamedBylines(content);
    }

    private List<Tag> tags(PostContent content) {
        var former = new Tag(from);
        var next = new Tag(to);
        return content.tags().stream()
                .map(tag -> tag.equals(former) ? next : tag)
                .distinct()
                .toList();
    }

    private PostContent renamedBylines(PostContent content) {
        return content.withBylines(content.bylines().stream()
                .map(byline -> byline.name().equals(from) ? byline.under(to) : byline)
                .distinct()
                .toList());
    }

    /** Begun, or begun again: posts that were refused are tried once more. */
    Renaming running(Instant now) {
        return with(State.RUNNING, changed, changed, List.of(), now);
    }

    /** With posts that are still to be changed. */
    Renaming found(int posts, Instant now) {
        return with(state, done() + posts, changed, refused, now);
    }

    /** With what came of some posts. */
    Renaming progressed(int alsoChanged, List<Refused> alsoRefused, Instant now) {
        var all = Stream.concat(refused.stream(), alsoRefused.stream())
                .limit(MAX_REFUSED)
                .toList();
        return with(state, total, changed + alsoChanged, all, now);
    }

    Renaming finished(Instant now) {
        return with(State.FINISHED, done(), changed, refused, now);
    }

    private Renaming with(State next, int posts, int done, List<Refused> unchanged, Instant now) {
        return new Renaming(id, kind, from, to, by, next, posts, done, unchanged, startedAt, now);
    }

    /** What is done, in words for the history. */
    String words() {
        return (kind == Kind.TAG ? "Tag " : "Author ") + from + " renamed to " + to;
    }
}
