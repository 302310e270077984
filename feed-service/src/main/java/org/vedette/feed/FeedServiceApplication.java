package org.vedette.feed;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.vedette.starter.deadletters.DeadLettersCommand;

/** Serves the blog to readers and to feed readers. With the argument {@code dead-letters} it runs that command instead. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedServiceProperties.class)
public class FeedServiceApplication {

    /** Starts the service on its own, or runs a command. */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals(DeadLettersCommand.NAME)) {
            DeadLettersCommand.runAndExit(List.of(args).subList(1, args.length));
        }
        start(args);
    }

    @CanIgnoreReturnValue
    private static ConfigurableApplicationContext start(String[] args) {
        return new SpringApplicationBuilder(FeedServiceApplication.class)
                .properties("spring.config.name=feed-service")
                .run(args);
    }
}
