package org.vedette.standalone.logging;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The word {@code %component} of a log pattern: the service or server a line comes from, by the package of its logger, or
 * else, for libraries that several components use, by the group of the thread that logs; see {@link ComponentThreads}.
 */
public final class ComponentConverter extends ClassicConverter {

    private static final String UNKNOWN = "-";
    private static final Map<String, String> BY_PACKAGE = byPackage();

    private static Map<String, String> byPackage() {
        var components = new LinkedHashMap<String, String>();
        components.put("org.vedette.post.", "post-service");
        components.put("org.vedette.feed.", "feed-service");
        components.put("org.vedette.notification.", "notification-service");
        components.put("org.vedette.gateway.", "gateway");
        components.put("org.vedette.embedded.store.", "store");
        components.put("org.vedette.embedded.broker.", "broker");
        components.put("org.vedette.standalone.", "standalone");
        components.put("de.bwaldvogel.mongo.", "store");
        return components;
    }

    /** Called on the thread that logs: the appender is synchronous. */
    @Override
    public String convert(ILoggingEvent event) {
        return BY_PACKAGE.entrySet().stream()
                .filter(component -> event.getLoggerName().startsWith(component.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(ComponentConverter::ofThread);
    }

    private static String ofThread() {
        var group = Thread.currentThread().getThreadGroup();
        var isOfTheJvm =
                group == null || group.getParent() == null || group.getName().equals("main");
        return isOfTheJvm ? UNKNOWN : group.getName();
    }
}
