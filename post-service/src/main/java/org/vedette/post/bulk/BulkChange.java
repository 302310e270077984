package org.vedette.post.bulk;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Note;
import org.vedette.post.content.PostContent;
import org.vedette.post.content.Tag;
import org.vedette.post.content.Tlp;

/** What is done to many posts. */
public sealed interface BulkChange {

    /** Changes the content of a post. */
    sealed interface OfContent extends BulkChange {

        PostContent of(PostContent content);
    }

    /** Adds tags behind those that a post has. */
    record AddTags(List<Tag> tags) implements OfContent {

        public AddTags {
            tags = List.copyOf(tags);
        }

        @Override
        public PostContent of(PostContent content) {
            return content.withTags(Stream.concat(content.tags().stream(), tags.stream())
                    .distinct()
                    .toList());
        }
    }

    /** Removes those of the tags that a post has. */
    record RemoveTags(List<Tag> tags) implements OfContent {

        public RemoveTags {
            tags = List.copyOf(tags);
        }

        @Override
        public PostContent of(PostContent content) {
            return content.withTags(
                    content.tags().stream().filter(tag -> !tags.contains(tag)).toList());
        }
    }

    /** Puts posts under a label. */
    record Label(Tlp tlp) implements OfContent {

        @Override
        public PostContent of(PostContent content) {
            return content.marked(tlp);
        }
    }

    /**
     * Takes posts back.
     *
     * @param reason for readers of those that were published; null when none is given
     */
    record Withdraw(@Nullable Note reason) implements BulkChange {}
}
