package org.vedette.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.vedette.gateway.accounts.Account;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.LoginName;
import org.vedette.gateway.accounts.Role;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.AuditLog;
import org.vedette.gateway.audit.InMemoryAuditLog;
import org.vedette.gateway.people.FormTest;
import org.vedette.gateway.tokens.PersonalTokenService;
import org.vedette.gateway.tokens.TokenScope;

/** People who sign in at an identity provider, which was never asked for anything while the gateway started. */
class OidcTests extends FormTest {

    private static final StubProvider PROVIDER = start();

    private final String subject = UUID.randomUUID().toString();
    private final String login = "ada-" + subject;

    @Autowired
    private AuditLog audit;

    @Autowired
    private PersonalTokenService tokens;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        registry.add("VEDETTE_OIDC_CLIENT_ID", () -> "vedette");
        registry.add("VEDETTE_OIDC_CLIENT_SECRET", () -> "the-secret");
        registry.add("VEDETTE_OIDC_ISSUER", () -> PROVIDER.address(""));
        registry.add("VEDETTE_OIDC_AUTHORIZATION_URI", () -> PROVIDER.address("/authorize"));
        registry.add("VEDETTE_OIDC_TOKEN_URI", () -> PROVIDER.address("/token"));
        registry.add("VEDETTE_OIDC_JWKS_URI", () -> PROVIDER.address("/jwks"));
        registry.add("VEDETTE_OIDC_END_SESSION_URI", () -> PROVIDER.address("/logout"));
        registry.add("VEDETTE_OIDC_ALGORITHM", () -> "ES256");
        registry.add("VEDETTE_OIDC_ROLES", () -> "writers=author, desk=editor, it=admin");
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop();
    }

    @Test
    void theLoginLeadsToTheProviderAndAsksForWhatMustComeBack() {
        var toProvider = get("/login?next=%2Fstudio", "Accept", HTML);
        assertThat(location(toProvider)).isEqualTo("/login/oidc?next=%2Fstudio");

        var leaving = get(location(toProvider), "Accept", HTML);

        var asked = StubProvider.parameters(URI.create(location(leaving)).getRawQuery());
        assertThat(location(leaving)).startsWith(PROVIDER.address("/authorize?"));
        assertThat(asked)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "vedette")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "http://localhost:8080/login/oidc/callback")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(leaving.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.startsWith("vedette-oidc=") && cookie.contains("; HTTPOnly; SameSite=Lax"));
    }

    @Test
    void aPersonOfAGroupGetsAnAccountAndASession() {
        var response = signIn(Map.of("groups", List.of("desk", "chess"), "name", "Ada Example"));

        assertThat(location(response)).isEqualTo("/studio");
        assertThat(get("/api/posts", "Cookie", cookie(response, "vedette")).statusCode())
                .isEqualTo(200);
        assertThat(account().profile().roles()).containsExactly(Role.EDITOR);
        assertThat(account().profile().displayName()).isEqualTo("Ada Example");
        assertThat(recorded()).containsExactly(AuditAction.ACCOUNT_CREATED, AuditAction.SIGNED_IN);
    }

    @Test
    void afterwardsNobodyIsSentToAnotherSite() {
        var response = signIn("//evil.example", Map.of("groups", List.of("desk")));

        assertThat(location(response)).isEqualTo("/account");
    }

    @Test
    void theAccountPageHasNoPasswordOfThisSite() {
        var session = cookie(signIn(Map.of("groups", List.of("desk"))), "vedette");

        assertThat(get("/account", "Cookie", session, "Accept", HTML).body())
                .contains(login)
                .doesNotContain("Change the password", "/account/second-factor");
        assertThat(get("/account/second-factor", "Cookie", session, "Accept", HTML)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void nameAndRolesFollowTheProviderAtEachLogin() {
        signIn(Map.of("groups", List.of("desk"), "name", "Ada Example"));
        var first = account();

        signIn(Map.of("groups", List.of("it", "writers"), "name", "Ada King\r\n" + "x".repeat(200)));

        assertThat(account().id()).isEqualTo(first.id());
        assertThat(account().profile().roles()).isEqualTo(Set.of(Role.ADMIN, Role.AUTHOR));
        assertThat(account().profile().displayName()).startsWith("Ada Kingx").hasSize(100);
        assertThat(recorded())
                .containsExactly(
                        AuditAction.ACCOUNT_CREATED,
                        AuditAction.SIGNED_IN,
                        AuditAction.ROLES_CHANGED,
                        AuditAction.SIGNED_IN);
    }

    @Test
    void twoFirstLoginsAtOnceMakeOneAccount() {
        var groups = Map.<String, Object>of("groups", List.of("desk"));

        var statuses = Stream.of(1, 2, 3, 4)
                .parallel()
                .map(each -> signIn(groups).statusCode())
                .toList();

        assertThat(statuses).containsOnly(303);
        assertThat(recorded()).containsOnlyOnce(AuditAction.ACCOUNT_CREATED);
    }

    @Test
    void aPersonWithoutARoleGetsAPageThatSaysSoAndLosesWhatThereWas() {
        var session = cookie(signIn(Map.of("groups", List.of("desk"))), "vedette");

        var response = signIn(Map.of("groups", List.of("chess")));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("Your account has no role here");
        assertThat(get("/api/posts", "Cookie", session).statusCode()).isEqualTo(401);
        assertThat(recorded()).endsWith(AuditAction.LOGIN_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk", "7"})
    void aClaimOfAnotherShapeIsNoError(String groups) {
        var response = signIn(Map.of("groups", groups.equals("7") ? 7 : groups));

        assertThat(response.statusCode()).isEqualTo(groups.equals("7") ? 403 : 303);
    }

    @Test
    void aDisabledAccountStaysDisabledUntilAnAdminEnablesIt() {
        signIn(Map.of("groups", List.of("desk")));
        var admin = cookie(signIn(Map.of("sub", "root-" + subject, "groups", List.of("it"))), "vedette");
        change(admin, "disabled");

        assertThat(signIn(Map.of("groups", List.of("desk"))).statusCode()).isEqualTo(403);

        change(admin, "enabled");
        assertThat(account()).isInstanceOf(ActiveAccount.class);
        assertThat(signIn(Map.of("groups", List.of("desk"))).statusCode()).isEqualTo(303);
    }

    @Test
    void nobodyIsInvited() {
        var admin = cookie(signIn(Map.of("groups", List.of("it"))), "vedette");

        assertThat(get("/admin/people", "Cookie", admin, "Accept", HTML).body())
                .contains("groups give the roles")
                .doesNotContain("Invite a person");
        assertThat(get("/admin/people/invitation", "Cookie", admin, "Accept", HTML)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aLocalAccountOfTheSameNameIsNotTakenOver() {
        var local = added(Role.ADMIN);

        signIn(Map.of("groups", List.of("writers"), "preferred_username", local));

        var account =
                Objects.requireNonNull(accounts().with(new LoginName(local)).block(TIMEOUT));
        assertThat(account.profile().roles()).containsExactly(Role.ADMIN);
    }

    @Test
    void aLoginIsFinishedByTheBrowserThatBeganItAndOnce() {
        var leaving = get("/login/oidc", "Accept", HTML);
        var cookie = cookie(leaving, "vedette-oidc");
        var claims = Map.<String, Object>of("sub", subject, "groups", List.of("desk"));
        var back = "/login/oidc/callback?" + PROVIDER.signIn(URI.create(location(leaving)), claims);
        var other = cookie(get("/login/oidc", "Accept", HTML), "vedette-oidc");

        assertThat(get(back, "Accept", HTML).body()).contains("This login is over");
        assertThat(get(back, "Cookie", other, "Accept", HTML).statusCode()).isEqualTo(403);
        assertThat(get(back, "Cookie", cookie + "x", "Accept", HTML).statusCode())
                .isEqualTo(403);
        assertThat(get(back, "Cookie", cookie, "Accept", HTML).statusCode()).isEqualTo(303);
        assertThat(get(back, "Cookie", cookie, "Accept", HTML).statusCode()).isEqualTo(403);
    }

    static Stream<Map<String, Object>> wrongClaims() {
        return Stream.of(
                Map.of("nonce", "another"),
                Map.of("iss", "https://other.example"),
                Map.of("aud", "another-client"),
                Map.of("exp", Date.from(Instant.parse("2026-11-01T00:00:00Z"))));
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void anIdTokenForSomethingElseIsRefused(Map<String, Object> wrong) {
        var claims = new HashMap<String, Object>(Map.of("groups", List.of("desk")));
        claims.putAll(wrong);

        var response = signIn(claims);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("Signing in did not work");
        assertThat(accounts().with(new LoginName(login)).blockOptional(TIMEOUT)).isEmpty();
    }

    @Test
    void anErrorOfTheProviderIsAPageThatSaysWhatToDo() {
        var leaving = get("/login/oidc", "Accept", HTML);
        var state = StubProvider.parameters(URI.create(location(leaving)).getRawQuery())
                .get("state");

        var response = get(
                "/login/oidc/callback?error=access_denied&state=" + state,
                "Cookie",
                cookie(leaving, "vedette-oidc"),
                "Accept",
                HTML);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("Signing in did not work", "Try again");
    }

    @Test
    void whileTheProviderIsDownAPageSaysSoAndReadersNoticeNothing() {
        PROVIDER.breakDown();
        try {
            var response = signIn(Map.of("groups", List.of("desk")));

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
            assertThat(response.body()).contains("The identity provider does not answer", "Try again");
            assertThat(get("/", "Accept", HTML).statusCode()).isEqualTo(200);
        } finally {
            PROVIDER.recover();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login/forgotten", "/login/password?link=x", "/login/forgotte%6e"})
    void thePagesOfLocalPasswordsAreOff(String path) {
        assertThat(get(path, "Accept", HTML).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/logi%6e"})
    void nobodySignsInWithALocalPassword(String path) {
        var local = added(Role.ADMIN);

        var response = post(path, "", Map.of("login", local, "password", PASSWORD));

        assertThat(location(response)).startsWith("/login/oidc");
        assertThat(response.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void theApiTokensOfLocalAccountsAreOff() {
        var local = (ActiveAccount) Objects.requireNonNull(
                accounts().with(new LoginName(added(Role.EDITOR))).block(TIMEOUT));
        var token = Objects.requireNonNull(
                tokens.create(local, "script", Set.of(TokenScope.READ), Duration.ofDays(1), "192.0.2.1")
                        .block(TIMEOUT));

        assertThat(get("/api/posts", "Authorization", "Bearer " + token.secret().value())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void signingOutGoesOnToTheProvider() {
        var response = signIn(Map.of("groups", List.of("desk")));
        var session = cookie(response, "vedette");
        var idToken = cookie(response, "vedette-id-token");
        var page = get("/account", "Cookie", session, "Accept", HTML);

        var signedOut = postFromHere("/logout", session + "; " + idToken, fields(page, Map.of()));

        assertThat(signedOut.body()).contains("You are signed out");
        assertThat(signedOut.headers().firstValue("Refresh"))
                .contains("0; url=" + PROVIDER.address("/logout")
                        + "?client_id=vedette&post_logout_redirect_uri=http%3A%2F%2Flocalhost%3A8080%2F&id_token_hint="
                        + idToken.substring("vedette-id-token=".length()));
        assertThat(get("/api/posts", "Cookie", session).statusCode()).isEqualTo(401);
    }

    private void change(String admin, String what) {
        var path = "/admin/people/" + account().id() + "/" + what;
        var page = get(path, "Cookie", admin, "Accept", HTML);
        assertThat(location(postFromHere(path, admin, fields(page, Map.of())))).endsWith("?done=" + what);
    }

    @CanIgnoreReturnValue
    private HttpResponse<String> signIn(Map<String, Object> claims) {
        return signIn("/studio", claims);
    }

    private HttpResponse<String> signIn(String next, Map<String, Object> claims) {
        var leaving = get("/login/oidc?next=" + encode(next), "Accept", HTML);
        var all = new HashMap<String, Object>(Map.of("sub", subject, "preferred_username", login));
        all.putAll(claims);
        var back = PROVIDER.signIn(URI.create(location(leaving)), all);
        return get("/login/oidc/callback?" + back, "Cookie", cookie(leaving, "vedette-oidc"), "Accept", HTML);
    }

    private Account account() {
        return Objects.requireNonNull(accounts().with(new LoginName(login)).block(TIMEOUT));
    }

    /** What the audit log has about the person. */
    private List<AuditAction> recorded() {
        return ((InMemoryAuditLog) audit)
                .events().stream()
                        .filter(event -> event.who().equals(login))
                        .flatMap(event -> AuditAction.of(event.action()).stream())
                        .toList();
    }

    private static StubProvider start() {
        try {
            return new StubProvider();
        } catch (IOException | JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
