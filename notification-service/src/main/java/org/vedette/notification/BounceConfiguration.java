package org.vedette.notification;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.vedette.notification.bounces.BouncePolicy;
import org.vedette.notification.bounces.BounceService;
import org.vedette.notification.bounces.ReportCounter;
import org.vedette.notification.bounces.ReportMatcher;
import org.vedette.notification.bounces.ReportReader;
import org.vedette.notification.bounces.ReportService;
import org.vedette.notification.bounces.SentMails;
import org.vedette.notification.delivery.returnpath.ReturnPath;
import org.vedette.notification.subscribers.Subscribers;
import org.vedette.notification.subscribers.UnsubscribeService;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Wires the services of bounces and complaints. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BounceProperties.class)
class BounceConfiguration {

    private static final int READING_THREADS = 2;
    private static final int MAX_WAITING = 100;
    private static final int THREAD_IDLE_SECONDS = 60;

    @Bean
    ReturnPath returnPath(BounceProperties bounces, NotificationServiceProperties service) {
        return ReturnPath.of(bounces.returnPath(), new LinkKey(service.linkKey()));
    }

    @Bean
    BounceService bounceService(
            SentMails mails,
            ReturnPath returnPath,
            Subscribers subscribers,
            UnsubscribeService unsubscribes,
            BounceProperties properties,
            Clock clock) {
        var policy = new BouncePolicy(properties.softLimit(), properties.halfLife());
        return new BounceService(mails, new ReportMatcher(mails, returnPath), subscribers, unsubscribes, policy, clock);
    }

    @Bean
    ReportCounter reportCounter(MeterRegistry meters) {
        return (door, outcome) -> meters.counter(
                        "vedette.notification.reports", "door", door.label(), "outcome", outcome.label())
                .increment();
    }

    /** Apart from the timers of the service, which a report that takes long would hold up. */
    @Bean(destroyMethod = "dispose")
    Scheduler reportScheduler() {
        return Schedulers.newBoundedElastic(READING_THREADS, MAX_WAITING, "reports", THREAD_IDLE_SECONDS, true);
    }

    @Bean
    ReportService reportService(
            ReportReader reader,
            BounceService bounces,
            ReportCounter counter,
            @Qualifier("reportScheduler") Scheduler threads) {
        return new ReportService(reader, bounces, counter, threads);
    }
}
