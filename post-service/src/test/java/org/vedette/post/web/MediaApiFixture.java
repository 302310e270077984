package org.vedette.post.web;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.vedette.post.media.ImageProcessor;
import org.vedette.post.media.InMemoryMediaFiles;
import org.vedette.post.media.InMemoryMediaLibrary;
import org.vedette.post.media.MediaLimits;
import org.vedette.post.media.MediaService;
import org.vedette.post.media.MediaUsage.Use;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Beans behind the API of media, with pictures in memory. A post uses each picture whose text says so. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan({"org.vedette.post.media.render", "org.vedette.post.media.web"})
class MediaApiFixture {

    static final String USED = "used";

    @Bean
    MediaLimits mediaLimits() {
        return new MediaLimits(60_000, 1_000_000, 4_000, 20, 4_000_000, 100_000_000, Duration.ofSeconds(60));
    }

    @Bean
    InMemoryMediaLibrary mediaLibrary() {
        return new InMemoryMediaLibrary();
    }

    @Bean
    MediaService mediaService(InMemoryMediaLibrary library, ImageProcessor processor, MediaLimits limits) {
        var clock = Clock.tickMillis(ZoneOffset.UTC);
        return new MediaService(
                library,
                new InMemoryMediaFiles(clock),
                ids -> Flux.fromIterable(ids)
                        .concatMap(library::find)
                        .filter(media -> media.alt().equals(USED))
                        .map(media -> new Use(media.id(), new UUID(1, 2), "a-loader", "A loader")),
                processor,
                limits,
                Schedulers.immediate(),
                clock);
    }
}
