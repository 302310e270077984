package org.vedette.feed;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.cards.CardPainter;
import org.vedette.feed.cards.CardService;
import org.vedette.feed.cards.Cards;
import org.vedette.feed.entries.CurrentTimeline;
import org.vedette.feed.entries.Entries;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** How the pictures of shared links are drawn. */
@Configuration(proxyBeanMethods = false)
class CardConfiguration {

    /** Pictures must not keep pages from the processors. */
    private static final int THREADS = 2;

    /** At some tens of milliseconds for each, the last card in the queue waits about a second. */
    private static final int QUEUE_CAPACITY = 32;

    private static final int THREAD_IDLE_SECONDS = 60;

    @Bean
    Cards cards(Blog blog) {
        return new Cards(blog);
    }

    @Bean(destroyMethod = "dispose")
    Scheduler cardScheduler() {
        return Schedulers.newBoundedElastic(THREADS, QUEUE_CAPACITY / THREADS, "cards", THREAD_IDLE_SECONDS, true);
    }

    @Bean
    CardService cardService(
            CurrentTimeline timeline, Entries entries, Cards cards, CardPainter painter, Scheduler cardScheduler) {
        return new CardService(timeline, entries, cards, painter, cardScheduler);
    }
}
