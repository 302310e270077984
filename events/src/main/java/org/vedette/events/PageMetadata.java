package org.vedette.events;

import org.jspecify.annotations.Nullable;

/**
 * What search engines and link previews are told about a post where its editor does not leave that to its text.
 *
 * @param canonicalUrl absolute http or https address where the post was first published, at most 2,000 characters; null when
 *     that is its permalink
 * @param title plain text, at most 200 characters; null for the title of the post
 * @param description plain text, at most 500 characters; null for the standfirst or the excerpt
 * @param image shown with links to the post; null when its editor chose none
 */
public record PageMetadata(
        @Nullable String canonicalUrl,
        @Nullable String title,
        @Nullable String description,
        @Nullable SharingImage image) {

    /** A post that leaves everything to its text. */
    public static final PageMetadata NONE = new PageMetadata(null, null, null, null);

    /**
     * A picture of the media library.
     *
     * @param address path on the site, which begins with a slash and is public, at most 500 characters
     * @param mediaType such as image/jpeg
     * @param width in pixels
     * @param height in pixels
     * @param alternativeText what it shows, in plain text, at most 500 characters; null when nobody said so
     */
    public record SharingImage(
            String address,
            String mediaType,
            int width,
            int height,
            @Nullable String alternativeText) {}
}
