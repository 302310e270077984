package org.vedette.testsupport.architecture.tripwire.publishing;

import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class LeavesThreads {

    private static final Scheduler FOR_ALL = Schedulers.newSingle("for-all");

    @Bean
    Scheduler beanThatIsNotDisposed() {
        return Schedulers.newBoundedElastic(1, 1, "undisposed");
    }

    Function<String, Scheduler> byReference() {
        return Schedulers::newSingle;
    }

    Scheduler shared() {
        return FOR_ALL;
    }
}
