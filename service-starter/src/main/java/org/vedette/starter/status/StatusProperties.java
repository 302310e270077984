package org.vedette.starter.status;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The functions of a service, derived from its health.
 *
 * @param functions by name; without any, no status is told. Default none
 */
@ConfigurationProperties("vedette.status")
record StatusProperties(@DefaultValue Map<String, Function> functions) {

    StatusProperties {
        functions = Map.copyOf(functions);
    }

    /**
     * What a function depends on, by the names of health indicators.
     *
     * @param needs without any of these it is unavailable
     * @param limitedWithout without any of these it is limited
     */
    record Function(
            @DefaultValue List<String> needs, @DefaultValue List<String> limitedWithout) {

        Function {
            needs = List.copyOf(needs);
            limitedWithout = List.copyOf(limitedWithout);
        }
    }
}
