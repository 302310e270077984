package org.vedette.acceptance;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClients;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vedette.acceptance.Editor.Published;
import org.vedette.gateway.secrets.Secret;
import org.vedette.standalone.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** People with every role and without one, and what each of them gets from a running suite. */
final class RouteAccess {

    private static final List<String> OF_NOTIFICATIONS = List.of(
            "/api/alerts",
            "/api/bounces",
            "/api/digests",
            "/api/mail",
            "/api/subscribers",
            "/api/webhooks",
            "/studio/alerts",
            "/studio/mail",
            "/studio/subscribers",
            "/studio/webhooks",
            "/subscribe",
            "/subscriptions");

    private static final List<String> OF_POSTS = List.of("/api/", "/studio", "/preview", "/media", "/internal");

    /** What the gateway asks of services. */
    static final List<Route> INTERNAL =
            List.of(Route.of("GET", "/internal/status"), Route.of("GET", "/internal/openapi.json"));

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Http HTTP = new Http();
    private static final String NOBODYS = "00000000-0000-0000-0000-000000000000";

    private final RunningSuite suite;
    private final List<RouteCaller> atTheGateway;
    private final List<RouteCaller> atTheServices;
    private final Drafts draftsAtTheGateway;
    private final Drafts draftsAtTheServices;
    private final Published published;
    private final Published restricted;
    private final String day;

    private record Drafts(String ofAuthor, String ofEditor) {}

    RouteAccess(RunningSuite suite) {
        this.suite = suite;
        var admin = suite.admin();
        var session = admin.signIn();
        this.atTheGateway = atTheGateway(
                admin.invites(session, "route-author", "author"),
                admin.invites(session, "route-editor", "editor"),
                admin.invites(session, "route-admin", "admin"));
        this.atTheServices = atTheServices();
        this.draftsAtTheGateway =
                new Drafts(draft(suite.site(), atTheGateway.get(1)), draft(suite.site(), atTheGateway.get(2)));
        var posts = suite.service(Service.POST);
        this.draftsAtTheServices = new Drafts(draft(posts, atTheServices.get(2)), draft(posts, atTheServices.get(3)));
        this.published = suite.editor().publishes(Manuscript.titled("Who gets what"));
        this.restricted = suite.editor()
                .publishes(Manuscript.titled("Who gets what, restricted").with("tlp", "AMBER"));
        this.day = published.json().get("publishedAt").asString();
        await().atMost(TIMEOUT)
                .until(() -> suite.editor().read(published.path()).statusCode() == 200
                        && suite.editor().read(restricted.path()).statusCode() == 200);
    }

    /** A row of a table: the request, and what each caller gets. */
    String row(String method, String path, boolean straight) {
        var target = straight ? suite.service(serviceOf(path)) : suite.site();
        var answers = (straight ? atTheServices : atTheGateway)
                .stream()
                        .parallel()
                        .map(caller -> caller.send(target, method, resolved(path, straight)))
                        .collect(Collectors.joining(" | "));
        return "| `%s %s` | %s |".formatted(method, path, answers);
    }

    /** A path as the table has it, with something in the place of each placeholder. */
    static String example(String path) {
        return path.replaceAll("\\{[a-z]+}", NOBODYS);
    }

    private String resolved(String path, boolean straight) {
        var drafts = straight ? draftsAtTheServices : draftsAtTheGateway;
        return path.replace("{own}", drafts.ofAuthor())
                .replace("{draft}", drafts.ofEditor())
                .replace("{none}", NOBODYS)
                .replace("{post}", published.id())
                .replace("{slug}", published.path().replaceAll(".*/", ""))
                .replace("{restricted}", restricted.path().replaceAll(".*/", ""))
                .replace("{year}", day.substring(0, 4))
                .replace("{month}", day.substring(5, 7));
    }

    private static String draft(URI target, RouteCaller writer) {
        var response = HTTP.post(
                target.resolve("/api/posts"),
                "application/json",
                Manuscript.titled("Draft " + UUID.randomUUID()).json(),
                "Authorization",
                "Bearer " + writer.token());
        return JSON.readTree(Editor.expect(201, response).body()).get("id").asString();
    }

    /** Anonymous, author, editor, admin, expired session, revoked token. */
    private List<RouteCaller> atTheGateway(Member author, Member editor, Member admin) {
        var session = editor.signIn();
        var revoked = editor.makesToken(session);
        editor.revokesToken(session);
        return List.of(
                RouteCaller.anonymous(),
                signedIn(author),
                signedIn(editor),
                signedIn(admin),
                expired(editor),
                RouteCaller.withToken(revoked));
    }

    private static RouteCaller signedIn(Member member) {
        var session = member.signIn();
        return new RouteCaller(session, member.csrfToken(session), member.makesToken(session));
    }

    /** Nothing, an API token, service tokens of an author, an editor and an admin, and one that has expired. */
    private List<RouteCaller> atTheServices() {
        var tokens = new ServiceTokenSigner(suite.signingKey());
        var soon = Instant.now().plusSeconds(120);
        return List.of(
                RouteCaller.anonymous(),
                RouteCaller.withToken(suite.editor().token()),
                RouteCaller.withToken(tokens.sign("author", soon)),
                RouteCaller.withToken(tokens.sign("editor", soon)),
                RouteCaller.withToken(tokens.sign("admin", soon)),
                RouteCaller.withToken(tokens.sign("editor", soon.minusSeconds(600))));
    }

    /** Somebody who still has a page open of a session whose time is over. */
    private RouteCaller expired(Member member) {
        var cookie = member.signIn();
        var csrf = member.csrfToken(cookie);
        var id = Secret.sha256(cookie.substring(cookie.indexOf('=') + 1));
        try (var client = MongoClients.create(suite.mongodb())) {
            var sessions = client.getDatabase("vedette_gateway").getCollection("sessions");
            var update = Mono.from(sessions.updateOne(eq("_id", id), set("expiresAt", Instant.EPOCH)));
            assertThat(Objects.requireNonNull(update.block(TIMEOUT)).getModifiedCount())
                    .isOne();
        }
        return new RouteCaller(cookie, csrf, "");
    }

    private static Service serviceOf(String path) {
        if (OF_NOTIFICATIONS.stream().anyMatch(path::startsWith)) {
            return Service.NOTIFICATION;
        }
        var ofPosts = OF_POSTS.stream().anyMatch(path::startsWith) && !path.startsWith("/api/feed");
        return ofPosts ? Service.POST : Service.FEED;
    }
}
