package org.vedette.post.autosave;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vedette.post.lifecycle.PostId;

/**
 * What somebody works on: a post, a new one, or the next issue of a series.
 *
 * @param value id of a post; {@code new}; or {@code new-} with the slug of a series
 * @param post null for a new one
 */
public record AutosaveKey(String value, @Nullable PostId post) {

    private static final String PREFIX = "new-";
    private static final Pattern NEW = Pattern.compile("new(-[a-z0-9-]{1,100})?");

    /** Empty when the text is no key. */
    public static Optional<AutosaveKey> parse(String text) {
        return NEW.matcher(text).matches()
                ? Optional.of(new AutosaveKey(text, null))
                : PostId.of(text).map(AutosaveKey::of);
    }

    public static AutosaveKey of(PostId post) {
        return new AutosaveKey(post.toString(), post);
    }

    /** The slug of the series whose next issue it is. */
    public Optional<String> series() {
        return post == null && value.length() > PREFIX.length()
                ? Optional.of(value.substring(PREFIX.length()))
                : Optional.empty();
    }

    /** The key of a new post, or of the next issue of a series. */
    public static AutosaveKey ofNew(Optional<String> series) {
        return series.flatMap(slug -> parse(PREFIX + slug)).orElse(new AutosaveKey("new", null));
    }
}
