package org.vedette.starter.management;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.vedette.starter.problems.ProblemWriter;

/** Protects the endpoints of the actuator, which the server of the management port gets from here as well. */
@AutoConfiguration(afterName = "org.vedette.starter.problems.ProblemsAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
class ManagementAutoConfiguration {

    @Bean
    LocalWritesFilter localWritesFilter(
            @Value("${management.endpoints.web.base-path:/actuator}") String basePath, ProblemWriter problems) {
        return new LocalWritesFilter(basePath, LocalWritesFilter::comesFromThisMachine, problems);
    }
}
