package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person with an account, who signs in and sends forms as a browser does. */
record Member(URI site, String login, String password) {

    private static final Http HTTP = new Http();

    /** Signs in; returns the cookie of the session. */
    String signIn() {
        var form = open("/login", "");
        return cookie(send("/login", form, cookie(form, "vedette-form"), Map.of("login", login, "password", password)));
    }

    /** Invites somebody whose login name is no mail address, takes the link that is shown, and chooses the password. */
    Member invites(String session, String name, String role) {
        var form = open("/admin/people/invitation", session);
        var invited =
                send("/admin/people/invitation", form, session, Map.of("login", name, "name", name, role, "true"));
        var link = first(invited.body(), "\\?link=([A-Za-z0-9_-]{43})");
        var choice = open("/login/password?link=" + link, "");
        var fields = Map.of("link", link, "new-password", password, "repeated-password", password);
        var chosen = send("/login/password", choice, cookie(choice, "vedette-form"), fields);
        assertThat(chosen.statusCode()).isEqualTo(303);
        return new Member(site, name, password);
    }

    /** Makes an API token with all scopes. */
    String makesToken(String session) {
        var form = open("/account/tokens", session);
        var fields = "name=script&days=7&scope=write&scope=publish&_csrf=" + encode(csrf(form));
        return first(post("/account/tokens", fields, session).body(), "(vedette_pat_[A-Za-z0-9_-]{43})");
    }

    /** Revokes one of the tokens. */
    void revokesToken(String session) {
        var list = open("/account/tokens", session);
        var id = first(list.body(), "name=\"id\" value=\"([^\"]*)\"");
        assertThat(send("/account/tokens/revocation", list, session, Map.of("id", id))
                        .statusCode())
                .isEqualTo(303);
    }

    /** The hidden field of the forms of a session. */
    String csrfToken(String session) {
        return csrf(open("/account", session));
    }

    private HttpResponse<String> open(String path, String cookie) {
        return HTTP.get(site.resolve(path), "Accept", "text/html", "Cookie", cookie);
    }

    private HttpResponse<String> send(
            String path, HttpResponse<String> page, String cookie, Map<String, String> fields) {
        var all = new HashMap<>(fields);
        all.put("_csrf", csrf(page));
        var body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return post(path, body, cookie);
    }

    private HttpResponse<String> post(String path, String body, String cookie) {
        return HTTP.post(
                site.resolve(path),
                "application/x-www-form-urlencoded",
                body,
                "Accept",
                "text/html",
                "Cookie",
                cookie,
                "Sec-Fetch-Site",
                "same-origin");
    }

    private static String csrf(HttpResponse<String> page) {
        return first(page.body(), "name=\"_csrf\" value=\"([^\"]*)\"");
    }

    private static String cookie(HttpResponse<String> response) {
        return cookie(response, "vedette");
    }

    private static String cookie(HttpResponse<String> response, String name) {
        return response.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .filter(cookie -> cookie.startsWith(name + "=") && cookie.length() > name.length() + 1)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no cookie " + name + ": " + response.body()));
    }

    private static String first(String text, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
