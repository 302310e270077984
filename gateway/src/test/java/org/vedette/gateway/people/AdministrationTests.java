package org.vedette.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.vedette.gateway.accounts.LoginName;
import org.vedette.gateway.accounts.Role;
import org.vedette.gateway.audit.AuditAction;
import org.vedette.gateway.audit.AuditEvent;
import org.vedette.gateway.audit.AuditLog;
import org.vedette.gateway.links.SentMails;
import reactor.core.publisher.Flux;

/** The pages of admins, and the one-time links that they and people without a password send, over HTTP. */
class AdministrationTests extends FormTest {

    @Autowired
    private SentMails mails;

    @Autowired
    private AuditLog audit;

    @Autowired
    private Clock clock;

    private String admin = "";

    @BeforeEach
    void signInAsAdmin() {
        admin = session(added(Role.ADMIN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin", "/admin/people", "/admin/people/invitation", "/admin/audit"})
    void thePagesAreForAdmins(String path) {
        var editor = session(added(Role.EDITOR));

        assertThat(get(path, "Accept", HTML).statusCode()).isEqualTo(302);
        var refused = get(path, "Cookie", editor, "Accept", HTML);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("This page is for administrators");
        assertThat(get(path, "Authorization", "Bearer " + EDITOR_TOKEN).statusCode())
                .isEqualTo(401);
    }

    @Test
    void anAdminInvitesAPersonWhoChoosesAPasswordAndSignsIn() {
        var login = "grace-" + UUID.randomUUID() + "@example.org";

        var invited = invite(login, "Grace Example");

        assertThat(invited.body()).contains("A mail with a link is on its way").doesNotContain("?link=");
        var link = mails.linkTo(login).orElseThrow();
        var page = get(link.getPath() + "?" + link.getQuery(), "Accept", HTML);
        assertThat(page.body()).contains("Grace Example", login);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(choose(page, "short").body()).contains("12 characters or more");
        assertThat(location(choose(page, PASSWORD))).isEqualTo("/login?done=password");
        assertThat(choose(page, "another long password").statusCode()).isEqualTo(410);
        assertThat(get("/api/posts", "Cookie", session(login)).statusCode()).isEqualTo(200);
        assertThat(get("/admin/people", "Cookie", admin, "Accept", HTML).body()).contains("Grace Example");
    }

    @Test
    void aLinkThatCannotBeMailedIsShownToTheAdmin() {
        var invited = invite("grace-" + UUID.randomUUID(), "Grace Example");

        assertThat(invited.body())
                .contains("Hand this link over")
                .containsPattern("/login/password\\?link=[A-Za-z0-9_-]{43}<");
    }

    @ParameterizedTest
    @CsvSource({
        "the admin, Grace, author, Enter a mail address",
        "grace@example.org, '', author, Enter a name",
        "gr\u0430ce@example.org, Grace, author, in one script",
        "grace@example.org, Gr\u0430ce, author, in one script",
        "grace@example.org, Grace, none, Choose one role"
    })
    void anInvalidInviteIsRefusedWithTheReason(String login, String name, String role, String reason) {
        var page = get("/admin/people/invitation", "Cookie", admin, "Accept", HTML);

        var response = postFromHere(
                "/admin/people/invitation", admin, fields(page, Map.of("login", login, "name", name, role, "true")));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(reason);
    }

    @Test
    void rolesCountFromTheNextRequest() {
        var login = added(Role.EDITOR, Role.ADMIN);
        var session = session(login);
        assertThat(get("/admin/people", "Cookie", session, "Accept", HTML).statusCode())
                .isEqualTo(200);

        var response = change(login, "", Map.of("name", "Ada Author", "author", "true"));

        assertThat(location(response)).endsWith("?done=profile");
        assertThat(get("/admin/people", "Cookie", session, "Accept", HTML).statusCode())
                .isEqualTo(403);
    }

    @Test
    void anAdminDoesNotUndoWhatAnotherHasSavedMeanwhile() {
        var login = added(Role.EDITOR, Role.ADMIN);
        var page = get(path(login), "Cookie", admin, "Accept", HTML);
        change(login, "", Map.of("name", "Ada Editor", "editor", "true"));

        var response = postFromHere(
                path(login), admin, profile(page, Map.of("name", "Ada E.", "editor", "true", "admin", "true")));

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("Somebody else has changed this person meanwhile", "Ada Editor");
        var account = accounts().with(new LoginName(login)).block(TIMEOUT);
        assertThat(Objects.requireNonNull(account).profile().roles()).containsExactly(Role.EDITOR);
    }

    @Test
    void aDisabledPersonIsSignedOutAndCannotSignInUntilInvitedAgain() {
        var login = added(Role.EDITOR);
        var session = session(login);
        assertThat(get(path(login) + "/disabled", "Cookie", admin, "Accept", HTML)
                        .body())
                .contains("cannot sign in any more");

        assertThat(change(login, "/disabled", Map.of()).statusCode()).isEqualTo(303);

        assertThat(get("/api/posts", "Cookie", session).statusCode()).isEqualTo(401);
        assertThat(signIn(login, PASSWORD, "").statusCode()).isEqualTo(403);
        assertThat(change(login, "/invitation", Map.of()).body()).contains("on its way to " + login);
        assertThat(mails.linkTo(login)).isPresent();
    }

    @Test
    void aChangeWithoutItsTokenAndOneThatDoesNotExistAreRefused() {
        var login = added(Role.EDITOR);

        assertThat(postFromHere(path(login) + "/disabled", admin, Map.of()).statusCode())
                .isEqualTo(403);
        assertThat(get(path(login) + "/nothing", "Cookie", admin, "Accept", HTML)
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/admin/people/" + UUID.randomUUID(), "Cookie", admin, "Accept", HTML)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aForgottenPasswordIsReplacedByTheLinkOfAMail() {
        var login = added(Role.EDITOR);
        var session = session(login);

        var answer = forget(login);

        await().atMost(TIMEOUT).until(() -> mails.linkTo(login).isPresent());
        assertThat(answer.body()).isEqualTo(forget("nobody@example.org").body());
        var link = mails.linkTo(login).orElseThrow();
        var page = get(link.getPath() + "?" + link.getQuery(), "Accept", HTML);
        assertThat(choose(page, "a quite new password").statusCode()).isEqualTo(303);
        assertThat(get("/api/posts", "Cookie", session).statusCode()).isEqualTo(401);
        assertThat(signIn(login, PASSWORD, "").statusCode()).isEqualTo(403);
        assertThat(signIn(login, "a quite new password", "").statusCode()).isEqualTo(303);
    }

    @Test
    void aLinkThatNobodySentSaysWhatToDo() {
        var page = get("/login/password?link=x", "Accept", HTML);

        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body()).contains("Get another link");
    }

    @Test
    void theAuditLogSaysWhoDidWhatAndNoSecret() {
        var login = "grace-" + UUID.randomUUID() + "@example.org";
        invite(login, "Grace Example");
        var link = mails.linkTo(login).orElseThrow();

        var page = get("/admin/audit?action=invited", "Cookie", admin, "Accept", HTML);

        assertThat(page.body())
                .contains(login + ": editor", "127.0.0.1")
                .doesNotContain(link.getQuery())
                .doesNotContain("<td>signed in</td>");
    }

    @Test
    void theAuditLogIsReadPageByPage() {
        var login = added(Role.EDITOR);
        change(login, "/sessions", Map.of());
        Flux.range(0, 50)
                .concatMap(i -> audit.record(new AuditEvent(
                        clock.instant(), "root", "192.0.2.1", AuditAction.SESSION_ENDED, "session " + i)))
                .blockLast(TIMEOUT);

        var first = get("/admin/audit?action=session-ended", "Cookie", admin, "Accept", HTML);
        var next = first(first.body(), "<a href=\"(/admin/audit\\?[^\"]*after=[^\"]*)\"")
                .replace("&amp;", "&");
        var second = get(next, "Cookie", admin, "Accept", HTML);

        assertThat(first.body().split("<time", -1)).hasSize(51);
        assertThat(second.body()).contains(login);
    }

    @Test
    void theAuditLogIsExportedAsText() {
        var login = "grace-" + UUID.randomUUID() + "@example.org";
        invite(login, "Grace Example");

        var csv = get("/admin/audit.csv?action=invited", "Cookie", admin);

        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(csv.body())
                .startsWith("\"at\",\"who\",\"action\",\"detail\",\"client\"\r\n")
                .contains(",\"invited\",\"" + login + ": editor\",\"127.0.0.1\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"action=nothing", "since=yesterday", "after=x"})
    void aSearchOfTheAuditLogThatIsNoneSaysWhatIsWrong(String query) {
        var page = get("/admin/audit?" + query, "Cookie", admin, "Accept", HTML);

        assertThat(page.statusCode()).isEqualTo(400);
        assertThat(page.body()).contains("notice-error");
    }

    @CanIgnoreReturnValue
    private HttpResponse<String> invite(String login, String name) {
        var page = get("/admin/people/invitation", "Cookie", admin, "Accept", HTML);
        return postFromHere(
                "/admin/people/invitation",
                admin,
                fields(page, Map.of("login", login, "name", name, "editor", "true")));
    }

    private HttpResponse<String> choose(HttpResponse<String> page, String password) {
        var fields = Map.of("link", field(page, "link"), "new-password", password, "repeated-password", password);
        return post("/login/password", cookie(page, "vedette-form"), fields(page, fields));
    }

    private HttpResponse<String> forget(String login) {
        var page = get("/login/forgotten", "Accept", HTML);
        return post("/login/forgotten", cookie(page, "vedette-form"), fields(page, Map.of("login", login)));
    }

    /** Sends a form of the admin's pages about a person. */
    @CanIgnoreReturnValue
    private HttpResponse<String> change(String login, String change, Map<String, String> fields) {
        var page = get(path(login) + change, "Cookie", admin, "Accept", HTML);
        return postFromHere(
                path(login) + change, admin, change.isEmpty() ? profile(page, fields) : fields(page, fields));
    }

    /** The form of name and roles, with what its page showed. */
    private static Map<String, String> profile(HttpResponse<String> page, Map<String, String> fields) {
        var all = fields(page, fields);
        all.put("shown", field(page, "shown"));
        return all;
    }

    private String path(String login) {
        var account = accounts().with(new LoginName(login)).block(TIMEOUT);
        return "/admin/people/" + Objects.requireNonNull(account).id();
    }
}
