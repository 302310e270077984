package org.vedette.gateway.sessions.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.vedette.gateway.GatewayProperties;
import org.vedette.gateway.secrets.Secret;

class SessionCookiesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "vedette=x                         | true",
                "__Host-vedette=x                  | true",
                "theme=dark; __Host-vedette=x; a=b | true",
                "vedette-form=x                    | false",
                "theme=dark                        | false",
                "theme=vedette                     | false"
            })
    void aSessionCookieIsTold(String cookies, boolean present) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.COOKIE, cookies);

        assertThat(SessionCookies.isPresent(headers)).isEqualTo(present);
    }

    @Test
    void withHttpsTheCookieIsForThisHostOnly() {
        var response = new MockServerHttpResponse();

        cookies("https://blog.example.org").setSession(response, new Secret("secret"));

        assertThat(response.getCookies().getFirst("__Host-vedette"))
                .hasToString("__Host-vedette=secret; Path=/; Secure; HttpOnly; SameSite=Lax");
    }

    @ParameterizedTest
    @CsvSource({
        "https://blog.example.org, true",
        "http://localhost:8080, true",
        "http://127.0.0.1, true",
        "http://[::1]:8080, true",
        "http://blog.example.org, false",
        "http://localhost.example.org, false"
    })
    void withoutHttpsPeopleSignInOnTheLoopbackAddressOnly(String baseUrl, boolean usable) {
        assertThat(cookies(baseUrl).isUsable()).isEqualTo(usable);
    }

    private static SessionCookies cookies(String baseUrl) {
        var source = new MapConfigurationPropertySource(Map.of("vedette.gateway.base-url", baseUrl));
        return new SessionCookies(new Binder(source).bindOrCreate("vedette.gateway", GatewayProperties.class));
    }
}
