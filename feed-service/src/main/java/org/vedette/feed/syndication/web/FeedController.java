package org.vedette.feed.syndication.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.serving.web.Answers;
import org.vedette.feed.serving.web.Freshness;
import org.vedette.feed.serving.web.Rendition;
import org.vedette.feed.syndication.Feed;
import org.vedette.feed.syndication.SyndicationService;
import reactor.core.publisher.Mono;

/** The feeds. */
@RestController
class FeedController {

    private static final String RSS = "application/rss+xml;charset=utf-8";

    private final SyndicationService syndication;
    private final RssWriter rss;
    private final Answers answers;

    FeedController(SyndicationService syndication, RssWriter rss, Answers answers) {
        this.syndication = syndication;
        this.rss = rss;
        this.answers = answers;
    }

    @GetMapping(Blog.RSS)
    Mono<Void> rss(ServerWebExchange exchange) {
        return answers.send(exchange, Blog.RSS, () -> syndication.feed().map(this::written));
    }

    private Rendition written(Feed feed) {
        return Rendition.of(RSS, rss.write(feed), Freshness.FEED, feed.changedAt());
    }
}
