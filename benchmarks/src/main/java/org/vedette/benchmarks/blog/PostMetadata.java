package org.vedette.benchmarks.blog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vedette.events.Byline;
import org.vedette.events.Series;

/**
 * All of a post but its text.
 *
 * @param number its place in time, from 0
 * @param id identity, in the order of time
 * @param slug last path segment of its address
 * @param title plain text
 * @param bylines printed credits
 * @param tags those it carries, each once
 * @param series the column it belongs to; null for most
 * @param publishedAt first publication
 */
public record PostMetadata(
        int number,
        UUID id,
        String slug,
        String title,
        List<Byline> bylines,
        List<String> tags,
        @Nullable Series series,
        Instant publishedAt) {}
