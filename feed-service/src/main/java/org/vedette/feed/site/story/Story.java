package org.vedette.feed.site.story;

import org.jspecify.annotations.Nullable;

/**
 * A post as lists show it.
 *
 * @param path where it is read
 * @param title its title
 * @param bylines printed credits in one line
 * @param summary standfirst, or excerpt where there is none
 * @param teaser the beginning of its text
 * @param date day of publication as machines read it
 * @param day day of publication, such as June 30, 2016
 * @param shortDay the same within its month, such as Jun 30
 * @param series the series it belongs to; null when it belongs to none
 * @param label its TLP label; null when it is for all
 */
public record Story(
        String path,
        String title,
        String bylines,
        String summary,
        String teaser,
        String date,
        String day,
        String shortDay,
        @Nullable StorySeries series,
        @Nullable Label label) {}
