package org.vedette.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.vedette.gateway.GatewayTest;
import org.vedette.gateway.accounts.AccountId;
import org.vedette.gateway.accounts.Accounts;
import org.vedette.gateway.accounts.ActiveAccount;
import org.vedette.gateway.accounts.LoginName;
import org.vedette.gateway.accounts.Password;
import org.vedette.gateway.accounts.PasswordHasher;
import org.vedette.gateway.accounts.Profile;
import org.vedette.gateway.accounts.Role;
import org.vedette.gateway.login.LoginAttempts;

/** Base of the tests of pages for people, who send forms as a browser does. */
public abstract class FormTest extends GatewayTest {

    protected static final String HTML = "text/html,application/xhtml+xml,*/*;q=0.8";
    protected static final String PASSWORD = "correct horse battery";
    protected static final Duration TIMEOUT = Duration.ofSeconds(20);

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordHasher passwords;

    @Autowired
    private LoginAttempts attempts;

    @BeforeEach
    void forgetFailedLogins() {
        attempts.clear("client:127.0.0.1").block(TIMEOUT);
    }

    /** Adds an account with the password {@link #PASSWORD}; returns its login name. */
    protected String added(Role... roles) {
        var login = "ada-" + UUID.randomUUID() + "@example.org";
        var hash = passwords.hash(PASSWORD).block(TIMEOUT);
        var profile = new Profile(new AccountId(UUID.randomUUID()), new LoginName(login), "Ada Example", Set.of(roles));
        var account =
                ActiveAccount.first(profile, new Password(String.valueOf(hash), Instant.parse("2026-11-30T12:00:00Z")));
        assertThat(accounts.add(account).block(TIMEOUT)).isTrue();
        return login;
    }

    protected Accounts accounts() {
        return accounts;
    }

    /** Signs in; returns the cookie of the session. */
    protected String session(String login) {
        return cookie(signIn(login, PASSWORD, ""), "vedette");
    }

    protected HttpResponse<String> signIn(String name, String password, String next) {
        var page = get("/login?next=" + encode(next), "Accept", HTML);
        var fields = fields(page, Map.of("login", name, "password", password, "next", field(page, "next")));
        return post("/login", cookie(page, "vedette-form"), fields);
    }

    @CanIgnoreReturnValue
    protected HttpResponse<String> postFromHere(String path, String cookie, Map<String, String> fields) {
        return send(
                "POST",
                path,
                BodyPublishers.ofString(encode(fields)),
                "Cookie",
                cookie,
                "Sec-Fetch-Site",
                "same-origin",
                "Accept",
                HTML,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    protected HttpResponse<String> post(String path, String cookie, Map<String, String> fields) {
        return send(
                "POST",
                path,
                BodyPublishers.ofString(encode(fields)),
                "Cookie",
                cookie,
                "Accept",
                HTML,
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    protected static Map<String, String> fields(HttpResponse<String> page, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", csrfToken(page));
        return all;
    }

    protected static String csrfToken(HttpResponse<String> page) {
        return field(page, "_csrf");
    }

    protected static String field(HttpResponse<String> page, String name) {
        return first(page.body(), "name=\"" + name + "\" value=\"([^\"]*)\"").replace("&amp;", "&");
    }

    protected static String first(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    /** The cookie that a response sets, as it is sent back. */
    protected static String cookie(HttpResponse<String> response, String name) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .filter(cookie -> cookie.startsWith(name + "="))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cookie " + name + ": " + response.body()));
    }

    protected static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("none");
    }

    protected static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    protected static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
