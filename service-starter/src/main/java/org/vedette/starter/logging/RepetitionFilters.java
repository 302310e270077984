package org.vedette.starter.logging;

import ch.qos.logback.classic.LoggerContext;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Installs the {@link RepetitionFilter} once for the JVM, after Spring Boot has configured its logging. */
final class RepetitionFilters implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logback) {
            install(logback);
        }
    }

    /** Services that share a JVM start at the same time. */
    private static void install(LoggerContext logback) {
        synchronized (logback) {
            if (installed(logback).isEmpty()) {
                var filter = new RepetitionFilter(System::nanoTime);
                filter.setContext(logback);
                filter.start();
                logback.addTurboFilter(filter);
            }
        }
    }

    /** The filter of this JVM; empty when it logs by something else than Logback. */
    static Optional<RepetitionFilter> installed() {
        return LoggerFactory.getILoggerFactory() instanceof LoggerContext logback
                ? installed(logback)
                : Optional.empty();
    }

    private static Optional<RepetitionFilter> installed(LoggerContext logback) {
        return logback.getTurboFilterList().stream()
                .filter(RepetitionFilter.class::isInstance)
                .map(RepetitionFilter.class::cast)
                .findFirst();
    }
}
