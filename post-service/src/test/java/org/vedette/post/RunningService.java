package org.vedette.post;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vedette.testsupport.identity.TestTokenIssuer;
import org.vedette.testsupport.infrastructure.Infrastructure;
import org.vedette.testsupport.infrastructure.WithInfrastructure;

/** The whole service on a random port, with a broker, a store and an issuer of tokens. */
@WithInfrastructure
@SpringBootTest(
        classes = PostServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.config.name=post-service", "management.server.port=0"})
abstract class RunningService {

    static final TestTokenIssuer tokens = new TestTokenIssuer();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        registry.add("vedette.post.database", () -> Infrastructure.freshDatabase("posts"));
        registry.add("VEDETTE_JWKS", tokens::jwks);
        registry.add("VEDETTE_BASE_URL", () -> "https://blog.example");
    }

    final WebTestClient client(String token) {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .build();
    }
}
