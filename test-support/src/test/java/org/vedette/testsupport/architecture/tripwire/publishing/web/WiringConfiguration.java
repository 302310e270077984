package org.vedette.testsupport.architecture.tripwire.publishing.web;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Allowed: configuration is where the clock comes from, and where a scheduler has its end. */
@Configuration(proxyBeanMethods = false)
class WiringConfiguration {

    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean(destroyMethod = "dispose")
    Scheduler scheduler() {
        return Schedulers.newSingle("disposed");
    }
}
