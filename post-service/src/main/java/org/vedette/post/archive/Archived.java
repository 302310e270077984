package org.vedette.post.archive;

import org.vedette.post.authors.AuthorName;
import org.vedette.post.history.StoredRevision;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.media.Media;
import org.vedette.post.media.MediaFile;
import org.vedette.post.redirects.Redirect;
import org.vedette.post.series.StoredSeries;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was read from an export. */
public sealed interface Archived {

    /** What it is, for people. */
    String title();

    record ArchivedSeries(StoredSeries series) implements Archived {

        @Override
        public String title() {
            return "Series " + series.series().slug();
        }
    }

    record ArchivedAuthor(AuthorName name) implements Archived {

        @Override
        public String title() {
            return "Author " + name.name();
        }
    }

    record ArchivedRedirect(Redirect redirect) implements Archived {

        @Override
        public String title() {
            return "Redirect " + redirect.from();
        }
    }

    /**
     * A picture.
     *
     * @param files its contents
     */
    record ArchivedPicture(Media media, Contents files) implements Archived {

        @Override
        public String title() {
            return "Picture " + media.id();
        }
    }

    /** Reads the files of a picture. */
    @FunctionalInterface
    interface Contents {

        /** Signals an {@link org.vedette.post.content.InvalidValueException} when it is missing or damaged. */
        Mono<byte[]> read(MediaFile file);
    }

    /**
     * A post.
     *
     * @param former the revisions before, oldest first, each read when it is needed; can be read more than once. Signals an {@link
     *     org.vedette.post.content.InvalidValueException} for one that cannot be read
     */
    record ArchivedPost(StoredRevision current, Flux<StoredRevision> former) implements Archived {

        @Override
        public String title() {
            return current.post().content().title().value();
        }

        public PostId id() {
            return current.post().id();
        }
    }
}
