package org.vedette.feed.site.page;

import org.jspecify.annotations.Nullable;

/**
 * A page that has to say something instead of what was asked for.
 *
 * @param frame what is around it
 * @param status HTTP status
 * @param problem what machines know the matter by, in kebab case
 * @param headline what is the matter
 * @param lede what it means
 * @param detail what to do, or the reason; null when all is said
 */
public record MessagePage(
        Frame frame,
        int status,
        String problem,
        String headline,
        String lede,
        @Nullable String detail) implements Page {}
