package org.vedette.feed;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the feed service, under {@code vedette.feed}. A wrong one stops the start and is named. Settings that
 * the whole suite takes from environment variables have their defaults in {@code feed-service.yml}.
 *
 * @param baseUrl where the public reaches the suite, absolute, with or without a closing slash; every link in pages and
 *     feeds begins with it
 * @param site how the blog presents itself
 * @param database MongoDB database of this service; default {@code vedette_feed}
 * @param frontPagePosts posts on the front page's list, 1 to 100; default 30
 * @param feedEntries entries in a feed, 1 to 200; default 30
 * @param pageCache memory that finished pages may take; default {@code 64MB}
 * @param rememberedHeads size of the cache of post summaries that lists and searches use, 0 to 1,000,000 posts; each takes
 *     one or two KB; default 10,000
 * @param liveStreams listeners to live events this instance takes at a time, 1 to 50,000; default 10,000
 * @param rebuildOnStart whether the read model is rebuilt from the topic at every start, while what there is is served;
 *     default false
 * @param rebuildWhenBehind whether the read model is rebuilt from the topic when the store lacks events that were projected
 *     before, because it came back empty or from an older backup; default true
 * @param search where and how the search index is kept
 * @param topicReplicas replicas of the topics this service creates, 1 to 5; default 1
 */
@Validated
@ConfigurationProperties("vedette.feed")
public record FeedServiceProperties(
        @NotNull URI baseUrl,
        @NotNull @Valid Site site,
        @NotBlank @DefaultValue("vedette_feed") String database,
        @Min(1) @Max(100) @DefaultValue("30") int frontPagePosts,
        @Min(1) @Max(200) @DefaultValue("30") int feedEntries,
        @NotNull @DefaultValue("64MB") DataSize pageCache,
        @Min(0) @Max(1_000_000) @DefaultValue("10000") int rememberedHeads,
        @Min(1) @Max(50_000) @DefaultValue("10000") int liveStreams,
        @DefaultValue("false") boolean rebuildOnStart,
        @DefaultValue("true") boolean rebuildWhenBehind,
        @NotNull @Valid @DefaultValue Search search,
        @Min(1) @Max(5) @DefaultValue("1") short topicReplicas) {

    /**
     * Where and how the search index is kept. It is built from the store at every start and deleted at the stop.
     *
     * @param directory folder under which it gets a folder of its own; needs about 10 KB of disk for each post, and up to
     *     three times that while it is rebuilt; default the system's folder for temporary files
     * @param bufferMegabytes memory in which changes are gathered before they are written, 8 to 512; default 32
     */
    public record Search(
            @Nullable Path directory,
            @Min(8) @Max(512) @DefaultValue("32") int bufferMegabytes) {}

    /**
     * How the blog presents itself.
     *
     * @param title name of the blog
     * @param tagline one line saying what it is
     * @param zone time zone of the dates that people read
     * @param language language of the feeds, and of posts whose events say none, a BCP 47 tag such as pt-BR; default en
     */
    public record Site(
            @NotBlank String title,
            @NotBlank String tagline,
            @NotNull ZoneId zone,

            @NotNull @DefaultValue("en") @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
            String language) {}
}
