package org.vedette.post.imports;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vedette.post.archive.Archived;
import org.vedette.post.content.Period;

/** What a file of another system has at one location. */
public sealed interface FoundItem {

    /** Where it is, for people: a line, or a file in an archive. */
    String location();

    /** Empty when it has none. */
    String title();

    /**
     * A post, before anything of it is checked.
     *
     * @param source names it among all posts of all systems
     * @param slug as wanted; null for one of the title
     * @param markdown its body; pictures beside it have the addresses by which {@link ImportFile#picture} finds them
     * @param publishedAt null for a draft without a date
     * @param oldPaths paths of the addresses that it had
     * @param notes what people should look at
     */
    record FoundPost(
            String location,
            String source,
            String title,
            @Nullable String slug,
            @Nullable String standfirst,
            String markdown,
            List<Credit> credits,
            List<String> tags,
            @Nullable String series,
            @Nullable Period period,
            @Nullable String tlp,
            @Nullable String language,
            boolean isDraft,
            @Nullable Instant createdAt,
            @Nullable Instant publishedAt,
            @Nullable Instant revisedAt,
            List<String> oldPaths,
            List<String> notes)
            implements FoundItem {

        public FoundPost {
            credits = List.copyOf(credits);
            tags = List.copyOf(tags);
            oldPaths = List.copyOf(oldPaths);
            notes = List.copyOf(notes);
        }
    }

    /** A byline, before it is checked. */
    record Credit(String name, @Nullable String affiliation) {}

    /**
     * Something of an export of Vedette.
     *
     * @param reading reads it, on a thread that may wait for the file; throws an {@link
     *     org.vedette.post.content.InvalidValueException} when it cannot be taken
     */
    record FoundArchived(String location, Kind kind, Callable<Archived> reading) implements FoundItem {

        @Override
        public String title() {
            return "";
        }
    }

    /** What it is; all of one kind are there before those of the next, which name them. */
    enum Kind {
        SERIES,
        AUTHOR,
        PICTURE,
        POST,
        REDIRECT
    }

    /** What is no post, or none that is to come along. */
    record NotTaken(String location, String title, String reason) implements FoundItem {}

    /** What cannot be read. */
    record Unreadable(String location, String title, String reason) implements FoundItem {}
}
