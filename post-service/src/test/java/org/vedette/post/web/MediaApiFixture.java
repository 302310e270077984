package org.vedette.post.web;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.vedette.post.media.ImageProcessor;
import org.vedette.post.media.InMemoryMediaFiles;
import org.vedette.post.media.InMemoryMediaLibrary;
import org.vedette.post.media.MediaId;
import org.vedette.post.media.MediaLibrary;
import org.vedette.post.media.MediaLimits;
import org.vedette.post.media.MediaService;
import org.vedette.post.media.MediaUsage;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** Beans behind the API of media, with pictures in memory. A post uses each picture whose text says so. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan({"org.vedette.post.media.render", "org.vedette.post.media.web"})
class MediaApiFixture {

    static final String USED = "used";
    static final String IN_HISTORY = "in history";

    @Bean
    MediaLimits mediaLimits() {
        return new MediaLimits(60_000, 1_000_000, 4_000, 20, 4_000_000, 100_000_000, Duration.ofSeconds(60));
    }

    @Bean
    InMemoryMediaLibrary mediaLibrary() {
        return new InMemoryMediaLibrary();
    }

    @Bean
    InMemoryMediaFiles mediaFiles() {
        return new InMemoryMediaFiles(Clock.tickMillis(ZoneOffset.UTC));
    }

    @Bean
    MediaService mediaService(
            InMemoryMediaLibrary library, InMemoryMediaFiles files, ImageProcessor processor, MediaLimits limits) {
        var clock = Clock.tickMillis(ZoneOffset.UTC);
        return new MediaService(
                library, files, new TextUsage(library), processor, limits, Schedulers.immediate(), clock);
    }

    private record TextUsage(MediaLibrary library) implements MediaUsage {

        @Override
        public Flux<Use> of(Collection<MediaId> ids) {
            return saying(USED, ids);
        }

        @Override
        public Flux<Use> inHistory(Collection<MediaId> ids) {
            return saying(IN_HISTORY, ids);
        }

        private Flux<Use> saying(String text, Collection<MediaId> ids) {
            return Flux.fromIterable(ids)
                    .concatMap(library::find)
                    .filter(media -> media.alt().equals(text))
                    .map(media -> new Use(media.id(), new UUID(1, 2), "a-loader", "A loader", false, "ada-1"));
        }
    }
}
