package org.vedette.post;

import com.fasterxml.uuid.Generators;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.post.markup.Markup;
import org.vedette.post.outbox.EventChannel;
import org.vedette.post.outbox.Outbox;
import org.vedette.post.outbox.OutboxRelay;
import org.vedette.post.publishing.Permalinks;
import org.vedette.post.publishing.Posts;
import org.vedette.post.publishing.Press;
import org.vedette.post.publishing.PublishingService;
import org.vedette.post.publishing.Stamps;
import org.vedette.post.series.Series;
import org.vedette.post.series.SeriesCatalogue;

/** Puts the features together; their adapters are found by scanning. */
@Configuration(proxyBeanMethods = false)
class PostServiceConfiguration {

    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    SeriesCatalogue seriesCatalogue(PostServiceProperties properties) {
        return new SeriesCatalogue(properties.series().stream()
                .map(known -> new Series(known.slug(), known.title(), known.cadence()))
                .toList());
    }

    @Bean
    Permalinks permalinks(PostServiceProperties properties) {
        return new Permalinks(properties.baseUrl());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    OutboxRelay outboxRelay(Outbox outbox, EventChannel channel, Clock clock, PostServiceProperties properties) {
        UUID owner = Generators.timeBasedEpochGenerator().generate();
        return new OutboxRelay(outbox, channel, clock, properties.sweepEvery(), owner);
    }

    @Bean
    Press press(SeriesCatalogue series, Markup markup, PostServiceProperties properties) {
        return new Press(series, markup, properties.maxBodySize().toBytes());
    }

    @Bean
    PublishingService publishingService(Posts posts, Press press, Clock clock, OutboxRelay outbox) {
        Stamps stamps = new Stamps(clock, Generators.timeBasedEpochGenerator()::generate);
        return new PublishingService(posts, press, stamps, outbox);
    }
}
