package org.vedette.gateway.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.gateway.GatewayTest;
import org.vedette.gateway.StubService;

class IdentityTests extends GatewayTest {

    private static final String BEARER = "Bearer " + EDITOR_TOKEN;

    @AfterEach
    void writeTokenOfAda() throws IOException {
        Files.writeString(TOKENS, tokenLine("ada", "editor", EDITOR_TOKEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/posts",
                "/api/posts/1",
                "/api/series",
                "/api/authors",
                "/api/alerts",
                "/api/subscribers",
                "/api",
                "/api/nowhere"
            })
    void theApiNeedsAToken(String address) {
        var response = get(address);

        assertThat(summary(response)).containsExactly("401", "Bearer", "application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer ", "Bearer a b", "bearer x,y"})
    void anInvalidTokenIsRejected(String authorization) {
        var response = get("/api/posts", "Authorization", authorization);

        assertThat(summary(response))
                .containsExactly("401", "Bearer error=\"invalid_token\"", "application/problem+json");

        assertThat(POSTS.received()).isEmpty();
    }

    @Test
    void aTokenIsNotTakenFromTheAddress() {
        assertThat(get("/api/posts?access_token=" + EDITOR_TOKEN).statusCode()).isEqualTo(401);
    }

    @Test
    void theServiceReceivesASignedTokenInstead() throws Exception {
        get("/api/posts", "Authorization", BEARER);

        var claims = forwardedToken().getJWTClaimsSet();
        assertThat(List.of(
                        claims.getIssuer(),
                        claims.getAudience(),
                        claims.getSubject(),
                        claims.getStringListClaim("roles"),
                        Duration.between(
                                claims.getIssueTime().toInstant(),
                                claims.getExpirationTime().toInstant())))
                .isEqualTo(List.of(
                        "urn:vedette:gateway", List.of("vedette"), "ada", List.of("editor"), Duration.ofMinutes(2)));
    }

    @Test
    void thePublishedKeyVerifiesTheToken() throws Exception {
        get("/api/posts", "Authorization", BEARER);

        var token = forwardedToken();
        var keys = JWKSet.parse(get("/.well-known/jwks.json").body());
        var key = (ECKey) keys.getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(token.verify(new ECDSAVerifier(key))).isTrue();
    }

    @Test
    void theKeySetIsPublicAndCacheable() throws Exception {
        var response = get("/.well-known/jwks.json");

        var keys = JWKSet.parse(response.body());
        assertThat(keys.getKeys()).singleElement().satisfies(key -> {
            assertThat(key.isPrivate()).isFalse();
            assertThat(key.getKeyID()).isEqualTo(key.computeThumbprint().toString());
        });

        assertThat(response.headers().firstValue("Cache-Control")).contains("max-age=300, public");
    }

    @ParameterizedTest
    @CsvSource({"GET, ''", "GET, Bearer wrong", "GET, Basic YTpi", "HEAD, Bearer a b", "HEAD, Bearer x"})
    void thePublicApiNeedsNoToken(String method, String authorization) {
        var response = send(method, "/api/feed/posts", BodyPublishers.noBody(), "Authorization", authorization);

        assertThat(response.statusCode()).isEqualTo(200);

        assertThat(FEED.onlyRequest().header("Authorization")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/feeds", "/api/feedx/posts", "/%61pi/posts", "/api/%70osts", "/api//feed/posts"})
    void pathsSimilarToThePublicApiAreProtected(String address) {
        var response = get(address);

        assertThat(response.statusCode()).isIn(401, 404);

        assertThat(List.of(FEED.received(), POSTS.received())).isEqualTo(List.of(List.of(), List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "/tags/x, Bearer wrong",
        "/tags/x, " + BEARER,
        "/api/feed/posts, " + BEARER,
        "/tags/x, Basic YTpi",
        "/posts/x, Bearer wrong",
        "/posts/x, Bearer a b",
        "/posts/x, Basic YTpi",
        "/posts/x, nonsense"
    })
    void onPublicPathsCredentialsAreIgnoredAndNotForwarded(String path, String authorization) {
        var response = get(path, "Authorization", authorization);

        assertThat(response.statusCode()).isEqualTo(200);

        assertThat(FEED.onlyRequest().header("Authorization")).isEmpty();
    }

    @Test
    void onThePageOfAPostTheServiceReceivesASignedTokenForAValidOne() throws Exception {
        get("/posts/x", "Authorization", BEARER);

        var token = forwardedToken(FEED);
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("editor");
    }

    @Test
    void aOneClickUnsubscribePassesWithoutCookieOrToken() {
        var response = send(
                "POST",
                "/subscriptions/unsubscribe?token=x",
                BodyPublishers.ofString("List-Unsubscribe=One-Click"),
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Origin",
                "https://mail.example");

        assertThat(response.body()).isEqualTo("notification-service");
    }

    @Test
    void aTokenAddedWhileTheGatewayRunsIsAccepted() throws Exception {
        Files.writeString(TOKENS, tokenLine("grace", "reader", "new"), StandardOpenOption.APPEND);

        await().until(() -> get("/api/posts", "Authorization", "Bearer new").statusCode() == 200);

        var roles = forwardedToken().getJWTClaimsSet().getStringListClaim("roles");
        assertThat(roles).containsExactly("reader");
    }

    @Test
    void aRevokedTokenIsRejected() throws IOException {
        Files.writeString(TOKENS, "# nobody");

        await().until(() -> get("/api/posts", "Authorization", BEARER).statusCode() == 401);
    }

    private static SignedJWT forwardedToken() throws Exception {
        return forwardedToken(POSTS);
    }

    private static SignedJWT forwardedToken(StubService service) throws Exception {
        var authorization = service.onlyRequest().header("Authorization");
        assertThat(authorization).singleElement().asString().startsWith("Bearer ey");
        return SignedJWT.parse(authorization.get(0).substring("Bearer ".length()));
    }

    private static List<String> summary(HttpResponse<String> response) {
        return List.of(
                String.valueOf(response.statusCode()),
                String.join("|", response.headers().allValues("WWW-Authenticate")),
                response.headers().firstValue("Content-Type").orElse(""));
    }
}
