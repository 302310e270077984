package org.vedette.post.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.post.lifecycle.Post;
import org.vedette.post.lifecycle.Published;
import org.vedette.post.requests.Person;

/**
 * A file that is or was imported, and what came of it.
 *
 * @param fileName as whoever sent it called it; empty when nobody said
 * @param format the system that it comes from; empty until it was opened
 * @param isDryRun whether nothing is stored
 * @param progress how much of the file was read, from 0 to 1
 * @param items those that people should know of, in the order of the file; not all when there are too many
 * @param failure why it ended before its file did; null when it did not
 * @param updatedAt when this was stored last; a replica that works on it stores it with the items of each second
 */
public record Import(
        UUID id,
        String fileName,
        String format,
        boolean isDryRun,
        Person by,
        State state,
        double progress,
        Counts counts,
        List<ItemResult> items,
        @Nullable String failure,
        Instant startedAt,
        Instant updatedAt) {

    /** Longer than a replica waits for an item and for the store that keeps this. */
    private static final Duration SILENCE =
            ImportRunner.ITEM_TIMEOUT.plus(ImportRunner.SAVE_TIMEOUT).plusMinutes(1);

    /** Longer than the imports before it take. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    public Import {
        items = List.copyOf(items);
    }

    /** What is going on with an import. */
    public enum State {
        WAITING,
        RUNNING,
        FINISHED,
        /** The file could not be read to its end; what came before is imported. */
        FAILED,
        /** The replica that worked on it, or was to, was stopped; the same file again goes on where it ended. */
        INTERRUPTED
    }

    /**
     * How many items came to which end.
     *
     * @param created posts, and what else an export of Vedette has
     * @param publicPosts those of the created that everybody reads
     * @param drafts those of the created that only people who write see
     */
    public record Counts(int created, int publicPosts, int drafts, int skipped, int failed) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        public int total() {
            return created + skipped + failed;
        }

        Counts plus(ItemResult item) {
            return switch (item.outcome()) {
                case CREATED ->
                    new Counts(
                            created + 1,
                            publicPosts + (item.readers() == Readers.EVERYBODY ? 1 : 0),
                            drafts + (item.readers() == Readers.WRITERS ? 1 : 0),
                            skipped,
                            failed);
                case SKIPPED -> new Counts(created, publicPosts, drafts, skipped + 1, failed);
                case FAILED -> new Counts(created, publicPosts, drafts, skipped, failed + 1);
            };
        }
    }

    /** What came of an item. */
    public enum Outcome {
        CREATED,
        SKIPPED,
        FAILED
    }

    /** Who reads a post that was created. */
    public enum Readers {
        /** It is public. */
        EVERYBODY,
        /** Its label is another one than CLEAR. */
        SIGNED_IN,
        /** It is a draft, or was withdrawn. */
        WRITERS;

        static Readers of(Post post) {
            if (post.isPublic()) {
                return EVERYBODY;
            }
            return post instanceof Published ? SIGNED_IN : WRITERS;
        }
    }

    /**
     * What came of one item.
     *
     * @param location where it is in the file
     * @param post the post that it became; null for none, and in a dry run
     * @param readers of a post that was created; null for everything else
     * @param message why it was skipped or failed, or what to look at; empty for nothing
     */
    public record ItemResult(
            String location,
            String title,
            Outcome outcome,
            @Nullable UUID post,
            @Nullable Readers readers,
            String message) {}

    /** As somebody sees it now: when nobody works on it any more, it was interrupted. */
    public Import asOf(Instant now) {
        var latest = updatedAt.plus(state == State.WAITING ? LONGEST_WAIT : SILENCE);
        return isOpen() && latest.isBefore(now) ? with(State.INTERRUPTED, null, updatedAt) : this;
    }

    /** Whether somebody works on it, or will. */
    public boolean isOpen() {
        return state == State.WAITING || state == State.RUNNING;
    }

    Import with(State next, @Nullable String why, Instant now) {
        return new Import(id, fileName, format, isDryRun, by, next, progress, counts, items, why, startedAt, now);
    }

    Import running(String ofFormat, double done, Counts soFar, List<ItemResult> results, Instant now) {
        return new Import(
                id, fileName, ofFormat, isDryRun, by, State.RUNNING, done, soFar, results, null, startedAt, now);
    }
}
