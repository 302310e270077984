package org.vedette.feed.syndication.web;

import java.time.Duration;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.blog.ContentTag;
import org.vedette.feed.syndication.Feed;
import org.vedette.feed.syndication.SyndicationService;
import reactor.core.publisher.Mono;

/** The feeds. */
@RestController
class FeedController {

    private static final MediaType RSS = new MediaType("application", "rss+xml", Map.of("charset", "utf-8"));

    /** Feed readers poll; a minute from a cache hurts nobody. */
    private static final CacheControl FOR_A_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final SyndicationService syndication;
    private final RssWriter rss;

    FeedController(SyndicationService syndication, RssWriter rss) {
        this.syndication = syndication;
        this.rss = rss;
    }

    @GetMapping(Blog.RSS)
    Mono<ResponseEntity<byte[]>> rss() {
        return syndication.feed().map(this::written);
    }

    /** Spring answers 304 by itself when the request names this tag or this date. */
    private ResponseEntity<byte[]> written(Feed feed) {
        var written = rss.write(feed);
        var response =
                ResponseEntity.ok().contentType(RSS).cacheControl(FOR_A_MINUTE).eTag(ContentTag.of(written));
        return (feed.changedAt() == null ? response : response.lastModified(feed.changedAt())).body(written);
    }
}
