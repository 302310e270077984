package org.vedette.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.net.http.HttpRequest.BodyPublishers;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.LoginName;
import org.vedette.gateway.accounts.Role;
import org.vedette.gateway.accounts.TestAccounts;
import org.vedette.gateway.secondfactor.RecoveryCodes;
import org.vedette.gateway.secondfactor.SecondFactor;
import org.vedette.gateway.secondfactor.StoredSecret;
import org.vedette.gateway.secondfactor.TestCodes;
import org.vedette.gateway.secrets.SecretGenerator;

/** People at the gateway, over HTTP: login, account page, tokens, and what reaches the services. */
class PeopleTests extends FormTest {

    private String login = "";

    @BeforeEach
    void addAnEditor() {
        login = added(Role.EDITOR);
    }

    @Test
    void aPersonSignsInWithNameAndPassword() {
        var response = signIn(login.toUpperCase(Locale.ROOT), PASSWORD, "/studio?x=1");

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(location(response)).isEqualTo("/studio?x=1");
        assertThat(response.headers().allValues("Set-Cookie"))
                .anyMatch(cookie -> cookie.matches("vedette=[A-Za-z0-9_-]{43}; Path=/; HTTPOnly; SameSite=Lax"));
    }

    @ParameterizedTest
    @CsvSource({"true, wrong password", "false, correct horse battery", "false, wrong password"})
    void aWrongNameAndAWrongPasswordGetTheSameAnswer(boolean known, String password) {
        var response = signIn(known ? login : "nobody-" + UUID.randomUUID(), password, "");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("Name or password is wrong.");
        assertThat(response.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("vedette="));
    }

    @Test
    void aLoginFormWithoutItsCookieIsRefused() {
        var page = get("/login", "Accept", HTML);

        var response = post("/login", "", fields(page, Map.of("login", login, "password", PASSWORD)));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("The form had expired");
    }

    @Test
    void afterTooManyFailuresEvenTheRightPasswordWaits() {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(login, "wrong", "").statusCode()).isEqualTo(403);
        }

        var response = signIn(login, PASSWORD, "");

        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 60L);
        assertThat(response.body()).contains("Too many attempts have failed.");
        assertThat(response.body())
                .contains("Try again in "
                        + response.headers().firstValue("Retry-After").orElseThrow() + " second");
    }

    @Test
    void aSessionReachesTheServicesAsASignedToken() throws Exception {
        get("/api/posts", "Cookie", session());

        var claims = forwardedToken().getJWTClaimsSet();
        assertThat(claims.getStringListClaim("roles")).containsExactly("editor");
        assertThat(claims.getStringClaim("name")).isEqualTo("Ada Example");
        assertThat(UUID.fromString(claims.getSubject())).isNotNull();
        assertThat(POSTS.onlyRequest().header("Cookie")).isEmpty();
        assertThat(POSTS.onlyRequest().header("X-CSRF-Token")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/studio", "/studio/posts", "/preview/x", "/media/x.png", "/api/media/x", "/api/export"})
    void aSessionReachesThePostService(String path) {
        get(path, "Cookie", session(), "Accept", HTML);

        assertThat(POSTS.onlyRequest().header("Authorization"))
                .singleElement()
                .asString()
                .startsWith("Bearer ey");
    }

    @Test
    void aSessionIsKnownOnThePageOfAPost() {
        get("/posts/x", "Cookie", session(), "Accept", HTML);

        assertThat(FEED.onlyRequest().header("Authorization")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/posts/x", "/media/x", "/preview/x", "/", "/tags/x"})
    void anUnknownSessionIsAReaderOnPublicPages(String path) {
        var response = get(path, "Cookie", "vedette=stale", "Accept", HTML);

        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void withoutASessionAPageOfTheStudioLeadsToTheLogin() {
        var response = get("/studio/posts?state=draft", "Accept", HTML);

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(location(response)).isEqualTo("/login?next=%2Fstudio%2Fposts%3Fstate%3Ddraft");
    }

    @Test
    void aFormThatIsSentAfterTheSessionEndedSaysThatNothingWasSavedAndWhereToSignIn() {
        var response = post("/studio/posts/new", "", Map.of("title", "Typed for an hour"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body())
                .contains("You are not signed in", "Nothing was saved", "Go back", "href=\"/login\"")
                .doesNotContain("`", "token", "Bearer");
        assertThat(POSTS.received()).isEmpty();
    }

    @Test
    void aTokenIsNotNamedWithControlCharacters() {
        var session = session();
        var page = get("/account/tokens", "Cookie", session, "Accept", HTML);

        var response = postFromHere(
                "/account/tokens", session, fields(page, Map.of("name", "a\0b", "days", "30", "scope", "write")));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("on one line");
    }

    @Test
    void withoutASessionAProgramGetsAProblem() {
        var response = get("/studio/posts", "Accept", "application/json");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource({
        // What the browser says, whether there is a token, type of the body, expected status
        "Sec-Fetch-Site, same-origin, true, application/json, 200",
        "Sec-Fetch-Site, same-origin, false, application/json, 403",
        "Sec-Fetch-Site, cross-site, true, application/json, 403",
        "Sec-Fetch-Site, same-site, true, application/json, 403",
        "Sec-Fetch-Site, same-origin, false, application/x-www-form-urlencoded, 200",
        "Sec-Fetch-Site, same-origin, false, multipart/form-data;boundary=b, 200",
        "Sec-Fetch-Site, cross-site, false, application/x-www-form-urlencoded, 403",
        "Sec-Fetch-Site, same-origin, false, text/plain, 403",
        "Origin, http://localhost:8080, true, application/json, 200",
        "Origin, http://localhost:8080, false, multipart/form-data;boundary=b, 200",
        "Origin, https://evil.example, true, application/json, 403",
        "Origin, null, false, application/x-www-form-urlencoded, 403",
        "X-Nothing, x, true, application/json, 403"
    })
    void aChangeWithASessionMustComeFromThisSite(
            String header, String value, boolean token, String type, int expected) {
        var session = session();
        var csrf = token ? csrfToken(get("/account", "Cookie", session, "Accept", HTML)) : "none";

        var response = send(
                "POST",
                "/api/posts",
                BodyPublishers.ofString("{}"),
                "Cookie",
                session,
                header,
                value,
                "X-CSRF-Token",
                csrf,
                "Content-Type",
                type);

        assertThat(response.statusCode()).isEqualTo(expected);
    }

    @Test
    void theAccountPageListsTheSessions() {
        var session = session();

        var page = get("/account", "Cookie", session, "Accept", HTML, "User-Agent", "x");

        assertThat(page.body()).contains("Ada Example", login, "This one");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void loggingOutEndsTheSession() {
        var session = session();
        var page = get("/account", "Cookie", session, "Accept", HTML);

        var response = postFromHere("/logout", session, fields(page, Map.of()));

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(get("/api/posts", "Cookie", session).statusCode()).isEqualTo(401);
    }

    @Test
    void anotherSessionIsEndedFromTheAccountPage() {
        var session = session();
        var other = session();
        var page = get("/account", "Cookie", session, "Accept", HTML);

        var response = postFromHere("/account/sessions", session, fields(page, Map.of("all", "true")));

        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(get("/api/posts", "Cookie", other).statusCode()).isEqualTo(401);
        assertThat(get("/api/posts", "Cookie", session).statusCode()).isEqualTo(200);
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndRenewsThisOne() {
        var session = session();
        var other = session();
        var page = get("/account", "Cookie", session, "Accept", HTML);
        var next = "a new and longer password";

        var response = postFromHere(
                "/account/password",
                session,
                fields(page, Map.of("password", PASSWORD, "new-password", next, "repeated-password", next)));

        assertThat(location(response)).isEqualTo("/account?done=password");
        assertThat(get("/api/posts", "Cookie", other).statusCode()).isEqualTo(401);
        assertThat(get("/api/posts", "Cookie", session).statusCode()).isEqualTo(401);
        assertThat(get("/api/posts", "Cookie", cookie(response, "vedette")).statusCode())
                .isEqualTo(200);
        assertThat(signIn(login, next, "").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @CsvSource({
        "correct horse battery, short, short, 12 characters or more",
        "correct horse battery, ada example, ada example, 12 characters or more",
        "correct horse battery, a long new password, another long one, not the same",
        "wrong, a long new password, a long new password, current password is wrong"
    })
    void anInvalidPasswordIsRefusedWithTheReason(String current, String next, String repeated, String reason) {
        var session = session();
        var page = get("/account", "Cookie", session, "Accept", HTML);

        var response = postFromHere(
                "/account/password",
                session,
                fields(page, Map.of("password", current, "new-password", next, "repeated-password", repeated)));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(reason);
    }

    @Test
    void aFormWithoutItsTokenChangesNothing() {
        var session = session();

        var response = postFromHere("/account/sessions", session, Map.of("all", "true"));

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void aSecondFactorIsSetUpAndThenAskedFor() {
        var session = session();
        var setup = get("/account/second-factor", "Cookie", session, "Accept", HTML);
        var secret = field(setup, "secret");
        var added = postFromHere(
                "/account/second-factor",
                session,
                fields(setup, Map.of("secret", secret, "code", TestCodes.now(secret), "password", PASSWORD)));
        assertThat(added.statusCode()).isEqualTo(200);
        var recoveryCode = first(added.body(), "<code>([a-z2-7-]{19})</code>");
        assertThat(storedSecret()).startsWith("aes-gcm:").doesNotContain(secret);

        var codeForm = signIn(login, PASSWORD, "/studio");
        var pending = cookie(codeForm, "vedette");

        assertThat(codeForm.body()).contains("Enter the code");
        assertThat(get("/api/posts", "Cookie", pending).statusCode()).isEqualTo(401);
        var refused = post("/login/code", pending, fields(codeForm, Map.of("code", "000000")));
        assertThat(refused.statusCode()).isEqualTo(403);
        var accepted = post("/login/code", pending, fields(codeForm, Map.of("code", recoveryCode, "next", "/studio")));
        assertThat(location(accepted)).isEqualTo("/studio");
        assertThat(cookie(accepted, "vedette")).isNotEqualTo(pending);
        assertThat(get("/api/posts", "Cookie", cookie(accepted, "vedette")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aTokenIsShownOnceAndWorksWithinItsScopesUntilItIsRevoked() {
        var session = session();
        var page = get("/account/tokens", "Cookie", session, "Accept", HTML);
        var made = postFromHere(
                "/account/tokens", session, fields(page, Map.of("name", "nightly", "days", "30", "scope", "write")));
        var token = "Bearer " + first(made.body(), "(vedette_pat_[A-Za-z0-9_-]{43})");

        assertThat(get("/api/posts", "Authorization", token).statusCode()).isEqualTo(200);
        assertThat(send("POST", "/api/posts", BodyPublishers.noBody(), "Authorization", token)
                        .statusCode())
                .isEqualTo(200);
        var publication = send("POST", "/api/posts/1/publication", BodyPublishers.noBody(), "Authorization", token);
        assertThat(publication.statusCode()).isEqualTo(403);
        assertThat(publication.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer error=\"insufficient_scope\"");
        assertThat(send("POST", "/api/posts/bulk", BodyPublishers.noBody(), "Authorization", token)
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("POST", "/studio/posts/1/publication", BodyPublishers.noBody(), "Authorization", token)
                        .statusCode())
                .isEqualTo(403);
        var list = get("/account/tokens", "Cookie", session, "Accept", HTML);
        assertThat(list.body()).contains("nightly").doesNotContain("vedette_pat_");

        postFromHere("/account/tokens/revocation", session, fields(list, Map.of("id", field(list, "id"))));

        assertThat(get("/api/posts", "Authorization", token).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "write, /api/posts, 200",
        "write, /api/posts/1/publication, 403",
        "write, /studio/posts/1/publication, 403",
        "write, /studio/posts/1/%70ublication, 403",
        "write, /studio/posts/1, 403",
        "write, /studio/authors/merge, 403",
        "publish, /api/posts/1/publication, 200",
        "publish, /api/posts, 403",
        "write, /api/posts/bulk, 403",
        "publish, /api/posts/bulk, 403",
        "write publish, /api/posts/bulk, 200",
        "write, /api/imports, 403",
        "publish, /api/imports, 403",
        "write publish, /api/imports, 200",
        "publish, /studio/posts/1, 403",
        "write publish, /studio/posts/1/publication, 200"
    })
    void aTokenChangesWithinItsScopesOnly(String scopes, String path, int expected) {
        var session = session();
        var page = get("/account/tokens", "Cookie", session, "Accept", HTML);
        var form = encode(fields(page, Map.of("name", "nightly", "days", "30"))) + "&scope="
                + scopes.replace(" ", "&scope=");
        var made = send(
                "POST",
                "/account/tokens",
                BodyPublishers.ofString(form),
                "Cookie",
                session,
                "Sec-Fetch-Site",
                "same-origin",
                "Accept",
                HTML,
                "Content-Type",
                "application/x-www-form-urlencoded");
        var token = "Bearer " + first(made.body(), "(vedette_pat_[A-Za-z0-9_-]{43})");

        var response = send(
                "POST",
                path,
                BodyPublishers.ofString("revision=1&action=publish"),
                "Authorization",
                token,
                "Content-Type",
                "application/x-www-form-urlencoded");

        assertThat(response.statusCode()).isEqualTo(expected);
        assertThat(POSTS.received()).hasSize(expected == 200 ? 1 : 0);
    }

    @Test
    void aSecretWhoseKeyIsMissingIsNoWrongCodeAndARecoveryCodeStillWorks() {
        var codes = RecoveryCodes.generate(new SecretGenerator(new SecureRandom()));
        var account = account();
        var factor = new SecondFactor(new StoredSecret("aes-gcm:0123456789ab:c2VjcmV0"), 0, codes.hashes());
        assertThat(accounts().replace(account.withSecondFactor(factor)).block(TIMEOUT))
                .isTrue();
        var codeForm = signIn(login, PASSWORD, "/studio");
        var pending = cookie(codeForm, "vedette");

        var unreadable = post("/login/code", pending, fields(codeForm, Map.of("code", "000000")));

        assertThat(unreadable.statusCode()).isEqualTo(503);
        assertThat(unreadable.body()).contains("recovery codes");
        var recovered = post(
                "/login/code",
                pending,
                fields(codeForm, Map.of("code", codes.codes().get(0))));
        assertThat(recovered.statusCode()).isEqualTo(303);
    }

    @Test
    void aSecondFactorThatIsOnAlreadyIsNoWrongCode() {
        var session = session();
        var setup = get("/account/second-factor", "Cookie", session, "Accept", HTML);
        var secret = field(setup, "secret");
        var fields = fields(setup, Map.of("secret", secret, "code", TestCodes.now(secret), "password", PASSWORD));
        assertThat(postFromHere("/account/second-factor", session, fields).statusCode())
                .isEqualTo(200);

        var again = postFromHere("/account/second-factor", session, fields);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("The second factor is on already").doesNotContain("code is wrong");
    }

    @Test
    void aLoginThatWaitsForItsCodeEndsTheSessionOfTheBrowser() {
        var session = session();
        var account = account();
        var factor = TestAccounts.anAccountWithSecondFactor().secondFactor();
        assertThat(accounts().replace(account.withSecondFactor(factor)).block(TIMEOUT))
                .isTrue();
        var page = get("/login", "Accept", HTML);

        var codeForm = post(
                "/login",
                cookie(page, "vedette-form") + "; " + session,
                fields(page, Map.of("login", login, "password", PASSWORD)));

        assertThat(codeForm.body()).contains("Enter the code");
        assertThat(get("/api/posts", "Cookie", session).statusCode()).isEqualTo(401);
    }

    @Test
    void aDisabledAccountIsRefusedAtOnce() {
        var session = session();
        var account = account();

        assertThat(accounts()
                        .replace(account.disable(Instant.parse("2026-11-30T13:00:00Z")))
                        .block(TIMEOUT))
                .isTrue();

        assertThat(get("/api/posts", "Cookie", session).statusCode()).isEqualTo(401);
        assertThat(signIn(login, PASSWORD, "").statusCode()).isEqualTo(403);
    }

    private ActiveAccount account() {
        return (ActiveAccount)
                Objects.requireNonNull(accounts().with(new LoginName(login)).block(TIMEOUT));
    }

    private String storedSecret() {
        return Objects.requireNonNull(account().secondFactor()).secret().text();
    }

    private String session() {
        return session(login);
    }

    private static SignedJWT forwardedToken() throws Exception {
        List<String> authorization = POSTS.onlyRequest().header("Authorization");
        return SignedJWT.parse(authorization.get(0).substring("Bearer ".length()));
    }
}
