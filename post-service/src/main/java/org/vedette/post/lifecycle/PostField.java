package org.vedette.post.lifecycle;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vedette.post.content.Correction;

/** A field that a revision may change. */
public enum PostField {
    TITLE("title", post -> post.content().title()),
    STANDFIRST("standfirst", post -> post.content().standfirst()),
    BODY("body", post -> post.content().body()),
    BYLINES("bylines", post -> post.content().bylines()),
    TAGS("tags", post -> post.content().tags()),
    SERIES("series", post -> post.content().series()),
    PERIOD("period", post -> post.content().period()),
    TLP("tlp", post -> post.content().tlp()),
    LANGUAGE("language", post -> post.content().language()),
    CANONICAL_URL("canonicalUrl", post -> post.content().metadata().canonicalUrl()),
    META_TITLE("metaTitle", post -> post.content().metadata().title()),
    META_DESCRIPTION("metaDescription", post -> post.content().metadata().description()),
    EXCERPT("excerpt", post -> post.content().metadata().excerpt()),
    SHARING_IMAGE("sharingImage", post -> post.content().metadata().image()),
    SLUG("slug", Post::slug),
    CORRECTIONS("corrections", PostField::corrections),
    PUBLISH_AT("publishAt", PostField::date),
    READY_FOR_REVIEW("readyForReview", post -> isReady(post) ? Boolean.TRUE : null),
    STATUS("status", PostField::status);

    private final String json;
    /** A function without state, which its type cannot say. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<Post, @Nullable Object> value;

    PostField(String json, Function<Post, @Nullable Object> value) {
        this.json = json;
        this.value = value;
    }

    /** Its name in JSON. */
    public String json() {
        return json;
    }

    /** Its value in a post; null when the post has none. */
    public @Nullable Object of(Post post) {
        return value.apply(post);
    }

    /** The fields in which two posts differ. */
    public static Set<PostField> changed(Post before, Post after) {
        var changed = EnumSet.noneOf(PostField.class);
        for (var field : values()) {
            if (!Objects.equals(field.of(before), field.of(after))) {
                changed.add(field);
            }
        }
        return changed;
    }

    /** The state of a post in lower case. */
    public static String status(Post post) {
        return post.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** Whether a post is a draft that waits for an editor to publish it. */
    public static boolean isReady(Post post) {
        return post instanceof Draft draft && draft.isReady();
    }

    private static List<Correction> corrections(Post post) {
        if (post instanceof Withdrawn withdrawn) {
            return withdrawn.last().corrections();
        }
        return post instanceof Published published ? published.corrections() : List.of();
    }

    /** The date that readers see, or will see. */
    private static @Nullable Instant date(Post post) {
        if (post instanceof Draft draft) {
            return draft.publishAt();
        }
        if (post instanceof Scheduled scheduled) {
            return scheduled.schedule().publishAt();
        }
        return post instanceof Published published
                ? published.publishedAt()
                : ((Withdrawn) post).last().publishedAt();
    }
}
