package org.vedette.post;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.post.media.ImageProcessor;
import org.vedette.post.media.MediaFiles;
import org.vedette.post.media.MediaLibrary;
import org.vedette.post.media.MediaLimits;
import org.vedette.post.media.MediaService;
import org.vedette.post.media.MediaSweeper;
import org.vedette.post.media.MediaUsage;
import org.vedette.starter.workers.BackgroundWorker;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Wires the media; component scanning finds their adapters. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MediaProperties.class)
class MediaConfiguration {

    private static final int AT_ONCE = 2;

    /** For each thread. The size of all uploads together is limited where they are received. */
    private static final int MAX_WAITING = 20;

    private static final int THREAD_IDLE_SECONDS = 60;
    private static final Duration SWEEP_EVERY = Duration.ofHours(6);

    @Bean
    MediaLimits mediaLimits(MediaProperties properties) {
        return properties.limits(Runtime.getRuntime().maxMemory());
    }

    @Bean(destroyMethod = "dispose")
    Scheduler imageScheduler() {
        return Schedulers.newBoundedElastic(AT_ONCE, MAX_WAITING, "images", THREAD_IDLE_SECONDS, true);
    }

    @Bean
    MediaService mediaService(
            MediaLibrary library,
            MediaFiles files,
            MediaUsage usage,
            ImageProcessor processor,
            MediaLimits limits,
            Scheduler imageScheduler,
            Clock clock) {
        return new MediaService(library, files, usage, processor, limits, imageScheduler, clock);
    }

    @Bean
    BackgroundWorker mediaSweepWorker(MediaLibrary library, MediaFiles files, Clock clock) {
        return BackgroundWorker.every(SWEEP_EVERY, "media-sweep", new MediaSweeper(library, files, clock)::sweep);
    }
}
