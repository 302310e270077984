package org.vedette.post.content;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vedette.events.PostContract;

/**
 * What search engines, link previews and lists are told about a post where its editor does not leave that to its text.
 *
 * @param canonicalUrl where the post was first published; null when that is here
 * @param title of the page for programs, one line of 1 to 200 characters; null for the title of the post
 * @param description one paragraph of 1 to 400 characters; null for the standfirst or the excerpt
 * @param excerpt one paragraph of 1 to 300 characters; null for one that is cut from the body
 * @param image null for the card that the site draws
 */
public record PageMetadata(
        @Nullable CanonicalUrl canonicalUrl,
        @Nullable String title,
        @Nullable String description,
        @Nullable String excerpt,
        @Nullable SharingImage image) {

    public static final PageMetadata NONE = new PageMetadata(null, null, null, null, null);

    private static final int MAX_TITLE = 200;
    private static final int MAX_DESCRIPTION = 400;
    private static final int MAX_EXCERPT = 300;

    public PageMetadata {
        title = title == null ? null : title(title);
        description = description == null ? null : description(description);
        excerpt = excerpt == null ? null : excerpt(excerpt);
    }

    /** Normalizes a title. */
    public static String title(String raw) {
        return PlainText.line(raw, MAX_TITLE);
    }

    /** Normalizes a description. */
    public static String description(String raw) {
        return PlainText.line(raw, MAX_DESCRIPTION);
    }

    /** Normalizes an excerpt. */
    public static String excerpt(String raw) {
        return PlainText.line(raw, MAX_EXCERPT);
    }

    /** The address of its picture. */
    public Optional<String> imageAddress() {
        return Optional.ofNullable(image).map(SharingImage::address);
    }

    /** Where a post was first published: an absolute http or https address of at most 1,000 characters. */
    public record CanonicalUrl(String value) {

        private static final int MAX = 1_000;

        public CanonicalUrl {
            value = value.strip();
            if (value.length() > MAX || !PostContract.isHttpUrl(value)) {
                throw new InvalidValueException("must be a whole address of at most " + MAX
                        + " characters, such as https://labs.example/2016/a-report");
            }
        }
    }

    /**
     * The picture that is shown with links to a post.
     *
     * @param address that of a picture of the media library in full size
     * @param alternativeText what it shows, 1 to 400 characters; null when nobody said so
     */
    public record SharingImage(String address, @Nullable String alternativeText) {

        private static final int MAX_TEXT = 400;

        /** Nothing that moves: link previews show a still picture. */
        private static final Pattern ADDRESS =
                Pattern.compile("/media/[0-9a-f]{32}/[1-9][0-9]{0,4}x[1-9][0-9]{0,4}\\.(jpg|png)");

        public SharingImage {
            address = address.strip();
            if (!ADDRESS.matcher(address).matches()) {
                throw new InvalidValueException(
                        "must be the address of a still picture of the media library, such as /media/…/1200x630.jpg");
            }
            alternativeText = alternativeText == null || alternativeText.isBlank()
                    ? null
                    : PlainText.line(alternativeText, MAX_TEXT);
        }
    }
}
