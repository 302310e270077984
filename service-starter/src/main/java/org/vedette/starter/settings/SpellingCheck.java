package org.vedette.starter.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * Names the variables and properties that look like a misspelt setting, in one line each. A service knows its own settings only, so that
 * it says nothing of a name that resembles none of them: it may be that of another service.
 */
final class SpellingCheck implements ApplicationListener<ApplicationPreparedEvent> {

    private static final Logger log = LoggerFactory.getLogger(SpellingCheck.class);

    /** Where operators set something; everything else is in files of ours. */
    private static final List<String> SOURCES = List.of("systemEnvironment", "systemProperties", "commandLineArgs");

    @Override
    public void onApplicationEvent(ApplicationPreparedEvent event) {
        var environment = event.getApplicationContext().getEnvironment();
        var service =
                environment.getProperty("spring.config.name", environment.getProperty("spring.application.name", ""));
        // In standalone, the settings of all services are in one environment, which it checks itself.
        if (!environment.containsProperty("vedette.standalone.excluded-auto-configuration")) {
            KnownVariables.of(
                            List.of(service + ".yml", "service-defaults.yml", "resource-server.yml", "kafka.yml"),
                            List.of())
                    .misspelt(names(environment))
                    .forEach(log::warn);
        }
    }

    private static Set<String> names(ConfigurableEnvironment environment) {
        var names = new TreeSet<String>();
        for (var source : environment.getPropertySources()) {
            if (SOURCES.contains(source.getName()) && source instanceof EnumerablePropertySource<?> listed) {
                names.addAll(Arrays.asList(listed.getPropertyNames()));
            }
        }
        return names;
    }
}
