package org.vedette.starter.management;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.vedette.starter.problems.ProblemWriter;

/** Protects the endpoints of the actuator, which the server of the management port gets from here as well. */
@AutoConfiguration(afterName = "org.vedette.starter.problems.ProblemsAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class ManagementAutoConfiguration {

    @Bean
    LocalWritesFilter localWritesFilter(Environment environment, ProblemWriter problems) {
        var basePath = environment.getProperty("management.endpoints.web.base-path", "/actuator");
        return new LocalWritesFilter(basePath, LocalWritesFilter::comesFromThisMachine, problems);
    }
}
