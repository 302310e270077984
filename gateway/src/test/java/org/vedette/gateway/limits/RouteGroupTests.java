package org.vedette.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class RouteGroupTests {

    @ParameterizedTest
    @CsvSource({
        "GET, /, READING",
        "GET, /posts/x, READING",
        "HEAD, /feeds/rss.xml, READING",
        "GET, /api/posts, READING",
        "GET, /login, READING",
        "GET, /subscribe, READING",
        "OPTIONS, /api/posts, READING",
        "GET, /search?q=x, SEARCH",
        "HEAD, /search, SEARCH",
        "GET, /%73earch, SEARCH",
        "GET, /api/feed/search?q=x, SEARCH",
        "GET, /searching, READING",
        "POST, /subscribe, SIGN_UP",
        "POST, /%73ubscribe, SIGN_UP",
        "POST, /subscriptions/x, READING",
        "POST, /login, LOGIN",
        "POST, /account, LOGIN",
        "POST, /account/password, LOGIN",
        "POST, /accounting, READING",
        "POST, /api/posts, WRITE",
        "PATCH, /api/posts/1, WRITE",
        "DELETE, /api/posts/1/publication, WRITE"
    })
    void aRequestBelongsToAGroup(String method, String target, RouteGroup group) {
        var request = MockServerHttpRequest.method(HttpMethod.valueOf(method), URI.create(target))
                .build();

        assertThat(RouteGroup.of(request)).isEqualTo(group);
    }
}
