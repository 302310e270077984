package org.vedette.benchmarks;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** As little as the framework lets a server be: one page of 28 KB from memory. What the service adds is its own. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(BareServer.PageController.class)
public class BareServer {

    private static final int PAGE_BYTES = 28 * 1024;

    public static void main(String[] arguments) {
        start(arguments);
    }

    @CanIgnoreReturnValue
    private static ConfigurableApplicationContext start(String[] arguments) {
        return new SpringApplicationBuilder(BareServer.class).run(arguments);
    }

    @RestController
    static class PageController {

        private final byte[] page = new byte[PAGE_BYTES];

        PageController() {
            Arrays.fill(page, (byte) 'a');
        }

        @GetMapping("/")
        ResponseEntity<byte[]> page() {
            return ResponseEntity.ok().contentType(MediaType.TEXT_HTML).body(page);
        }
    }
}
