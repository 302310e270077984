package org.vedette.gateway.fallback;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * What is logged while it is open, save by what looks for the store, which these tests do without: it goes on complaining at any
 * moment.
 */
final class RequestLog implements AutoCloseable {

    private static final List<String> OF_THE_STORE = List.of("org.vedette.starter.", "org.mongodb.");

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

    RequestLog() {
        appender.start();
        root.addAppender(appender);
    }

    List<String> messages() {
        return events().stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    List<String> warnings() {
        return events().stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    List<String> errors() {
        return events().stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** Messages with a line for each call; an exception without any is one line. */
    List<String> withStackTrace() {
        return events().stream()
                .filter(event -> hasFrames(event.getThrowableProxy()))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static boolean hasFrames(@Nullable IThrowableProxy failure) {
        return failure != null
                && (failure.getStackTraceElementProxyArray().length > 0 || hasFrames(failure.getCause()));
    }

    private List<ILoggingEvent> events() {
        return List.copyOf(appender.list).stream()
                .filter(event -> OF_THE_STORE.stream().noneMatch(event.getLoggerName()::startsWith))
                .toList();
    }

    @Override
    public void close() {
        root.detachAppender(appender);
    }
}
