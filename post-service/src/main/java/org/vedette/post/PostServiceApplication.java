package org.vedette.post;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The post service on its own. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(PostServiceProperties.class)
public class PostServiceApplication {

    /** Starts the service; its settings are in {@code post-service.yml}. */
    public static void main(String[] args) {
        new SpringApplicationBuilder(PostServiceApplication.class)
                .properties("spring.config.name=post-service")
                .run(args);
    }
}
