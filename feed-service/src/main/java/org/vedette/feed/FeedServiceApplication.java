package org.vedette.feed;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/** Serves the blog to readers and to feed readers. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedServiceProperties.class)
public class FeedServiceApplication {

    public static void main(String[] args) {
        start(args);
    }

    @CanIgnoreReturnValue
    private static ConfigurableApplicationContext start(String[] args) {
        return new SpringApplicationBuilder(FeedServiceApplication.class)
                .properties("spring.config.name=feed-service")
                .run(args);
    }
}
