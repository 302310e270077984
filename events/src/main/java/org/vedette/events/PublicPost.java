package org.vedette.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published post as a whole. Its label says who may see it: everybody when it is {@code CLEAR}, else signed-in editors
 * only, until readers with a clearance exist.
 *
 * @param id identity; never changes
 * @param revision revision that is shown here; starts at 1
 * @param slug last path segment of the permalink
 * @param formerSlugs earlier slugs, newest first; each redirects to {@code slug}
 * @param title plain text, 1 to 200 characters
 * @param standfirst the editor's introduction in plain text; null when there is none
 * @param html body as sanitized HTML, ready to be shown
 * @param text body as plain text
 * @param excerpt summary in plain text, written by its editor or else cut from the body, at most 300 characters
 * @param bylines printed credits in order, at least one
 * @param tags lower-case tags in the editor's order
 * @param series the recurring column it belongs to; null when it belongs to none
 * @param period the dates an issue of a series covers; null outside a series
 * @param tlp TLP 2.0 label without its prefix: {@code CLEAR}, {@code GREEN}, {@code AMBER}, {@code AMBER+STRICT}, {@code RED}
 * @param publishedAt first publication, in milliseconds
 * @param revisedAt when title, standfirst, body or corrections last changed; equals {@code publishedAt} until then
 * @param corrections notes to readers about changes, oldest first; empty in events of producers that do not know them
 * @param language of the text, a BCP 47 tag such as {@code en} or {@code zh-Hant}, at most 35 characters; null in events of
 *     producers that do not know it, which stands for the language of the site
 * @param quiet true when nobody is to be mailed about the post; null in events of producers that do not know it, which
 *     stands for false
 * @param metadata what search engines and link previews are told; null in events of producers that do not know it, which
 *     stands for nothing beyond the text
 */
public record PublicPost(
        UUID id,
        long revision,
        String slug,
        List<String> formerSlugs,
        String title,
        @Nullable String standfirst,
        String html,
        String text,
        String excerpt,
        List<Byline> bylines,
        List<String> tags,
        @Nullable Series series,
        @Nullable Period period,
        String tlp,
        Instant publishedAt,
        Instant revisedAt,
        List<Correction> corrections,
        @Nullable String language,
        @Nullable Boolean quiet,
        @Nullable PageMetadata metadata) {

    public PublicPost {
        formerSlugs = NonNullLists.copyOf(formerSlugs, "formerSlugs");
        bylines = NonNullLists.copyOf(bylines, "bylines");
        tags = NonNullLists.copyOf(tags, "tags");
        corrections = NonNullLists.copyOfOptional(corrections, "corrections");
    }

    /** A post about which people may be mailed. */
    public PublicPost(
            UUID id,
            long revision,
            String slug,
            List<String> formerSlugs,
            String title,
            @Nullable String standfirst,
            String html,
            String text,
            String excerpt,
            List<Byline> bylines,
            List<String> tags,
            @Nullable Series series,
            @Nullable Period period,
            String tlp,
            Instant publishedAt,
            Instant revisedAt,
            List<Correction> corrections,
            @Nullable String language) {
        this(
                id,
                revision,
                slug,
                formerSlugs,
                title,
                standfirst,
                html,
                text,
                excerpt,
                bylines,
                tags,
                series,
                period,
                tlp,
                publishedAt,
                revisedAt,
                corrections,
                language,
                false,
                null);
    }

    /** What search engines and link previews are told beyond the text. */
    public PageMetadata page() {
        return metadata == null ? PageMetadata.NONE : metadata;
    }

    /** The same with other bylines. */
    public PublicPost withBylines(List<Byline> others) {
        return new PublicPost(
                id,
                revision,
                slug,
                formerSlugs,
                title,
                standfirst,
                html,
                text,
                excerpt,
                others,
                tags,
                series,
                period,
                tlp,
                publishedAt,
                revisedAt,
                corrections,
                language,
                quiet,
                metadata);
    }

    /** The same with other metadata. */
    public PublicPost withMetadata(@Nullable PageMetadata other) {
        return new PublicPost(
                id,
                revision,
                slug,
                formerSlugs,
                title,
                standfirst,
                html,
                text,
                excerpt,
                bylines,
                tags,
                series,
                period,
                tlp,
                publishedAt,
                revisedAt,
                corrections,
                language,
                quiet,
                other);
    }
}
