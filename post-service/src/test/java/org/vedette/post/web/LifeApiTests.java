package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockJwt;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.vedette.events.PostWithdrawn;
import org.vedette.post.outbox.OutboxEvent;
import org.vedette.post.publishing.InMemoryPosts;

/** A post from its draft to its withdrawal. */
class LifeApiTests extends PostApi {

    private final InMemoryPosts posts;

    @Autowired
    LifeApiTests(WebTestClient client, InMemoryPosts posts) {
        super(client);
        this.posts = posts;
    }

    @Test
    void aPostIsScheduledAndTakenBack() {
        var post = draft(COMPLETE);

        var scheduled = send(HttpMethod.POST, post + "/publication", "{\"publishAt\": \"2030-03-01T09:00:00+01:00\"}");
        var back = send(HttpMethod.DELETE, post + "/publication", null);

        assertThat(scheduled.status()).isEqualTo(200);
        assertThat(scheduled.text("/status")).isEqualTo("scheduled");
        assertThat(scheduled.text("/publishAt")).isEqualTo("2030-03-01T08:00:00Z");
        assertThat(scheduled.text("/schedule/state")).isEqualTo("waiting");
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.text("/status")).isEqualTo("draft");
        assertThat(back.json().has("schedule")).isFalse();
    }

    @Test
    void aDateInThePastIsThatOfThePostAndMailsNobody() {
        var post = draft(COMPLETE);

        var published = send(HttpMethod.POST, post + "/publication", "{\"publishAt\": \"2016-06-30T12:00:00Z\"}");

        assertThat(published.text("/publishedAt")).isEqualTo("2016-06-30T12:00:00Z");
        assertThat(published.json().at("/quiet").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"publishAt\": \"2030-03-02T08:00:00Z\"}                    | true",
                "{\"publishAt\": \"2030-03-02T08:00:00Z\", \"quiet\": false} | false",
                "{}                                                       | true",
                "{\"quiet\": true}                                        | true",
                "{\"quiet\": false}                                       | false"
            })
    void whetherSomebodyIsMailedStaysAsTheScheduleSaysUntilARequestSaysIt(String request, boolean quiet) {
        var post = draft(COMPLETE);
        var schedule = "{\"publishAt\": \"2030-03-01T08:00:00Z\", \"quiet\": true}";
        assertThat(send(HttpMethod.POST, post + "/publication", schedule)
                        .json()
                        .at("/schedule/quiet")
                        .asBoolean())
                .isTrue();

        var answer = send(HttpMethod.POST, post + "/publication", request).json();

        assertThat(answer.at(answer.has("schedule") ? "/schedule/quiet" : "/quiet")
                        .asBoolean())
                .isEqualTo(quiet);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-02-31T09:00:00Z | must be a moment that exists",
                "tomorrow             | must be a moment that exists",
                "2027-03-28T02:30:00  | this time does not exist: the clocks go from 2027-03-28T02:00 to 2027-03-28T03:00",
                "2027-10-31T02:30:00  | comes twice: send 2027-10-31T02:30+02:00 or 2027-10-31T02:30+01:00",
                "2027-06-01T09:00:00  | as in 2027-06-01T09:00+02:00 for Europe/Berlin",
                "9999-01-01T00:00:00Z | must not be more than 5 years ahead",
                "1969-12-31T00:00:00Z | must not be before 1970"
            })
    void aTimeThatCannotBeIsRefusedWithWhatCan(String time, String message) {
        var post = draft(COMPLETE);

        var answer = send(HttpMethod.POST, post + "/publication", "{\"publishAt\": \"" + time + "\"}");

        assertProblem(answer, 422, "invalid-post");
        assertThat(answer.text("/errors/0/field")).isEqualTo("publishAt");
        assertThat(answer.text("/errors/0/message")).contains(message);
    }

    @Test
    void thePublicIsToldThatTheLabelOfAWithdrawnPostWasRaised() {
        var post = published(COMPLETE);
        assertThat(delete(post + "/publication", "{\"reason\": \"It was wrong.\"}")
                        .status())
                .isEqualTo(200);

        var raised = patch(post, "\"3\"", "{\"tlp\": \"RED\"}");

        assertThat(raised.status()).as(raised.body()).isEqualTo(200);
        assertThat(posts.events().stream()
                        .map(OutboxEvent::event)
                        .filter(event -> post.endsWith(event.postId().toString()))
                        .reduce((older, newer) -> newer))
                .get()
                .isInstanceOfSatisfying(
                        PostWithdrawn.class,
                        event -> assertThat(event.tlp() + event.revision()).isEqualTo("RED4"));
    }

    @Test
    void aPostIsWithdrawnWithAReasonAndComesBack() {
        var post = published(COMPLETE);
        var publishedAt = send(HttpMethod.GET, post, null).text("/publishedAt");

        var withdrawn = delete(post + "/publication", "{\"reason\": \"It was wrong.\"}");
        var again = delete(post + "/publication", "{}");
        var back = send(HttpMethod.POST, post + "/publication", null);

        assertThat(withdrawn.status()).isEqualTo(200);
        assertThat(withdrawn.text("/status")).isEqualTo("withdrawn");
        assertThat(withdrawn.text("/withdrawal/reason")).isEqualTo("It was wrong.");
        assertProblem(again, 409, "already-withdrawn");
        assertThat(back.text("/status")).isEqualTo("published");
        assertThat(back.text("/publishedAt")).isEqualTo(publishedAt);
        assertThat(back.json().at("/quiet").asBoolean()).isTrue();
        assertThat(back.json().at("/revision").asLong()).isEqualTo(4);
    }

    @Test
    void onlyADraftIsDeleted() {
        var draft = draft(COMPLETE);
        var published = published(COMPLETE);

        assertThat(send(HttpMethod.DELETE, draft, null).status()).isEqualTo(204);
        assertProblem(send(HttpMethod.GET, draft, null), 404, "unknown-post");
        assertProblem(send(HttpMethod.DELETE, published, null), 409, "not-a-draft");
        assertProblem(delete(draft(COMPLETE) + "/publication", "{}"), 409, "not-published");
    }

    @Test
    void aRevisionIsReadComparedAndRestored() {
        var post = draft(COMPLETE);
        assertThat(put(post, "\"1\"", CHANGED.replace("{\"title\"", "{\"note\": \"Clearer.\", \"title\""))
                        .status())
                .isEqualTo(200);

        var all = send(HttpMethod.GET, post + "/revisions", null);
        var first = send(HttpMethod.GET, post + "/revisions/1", null);
        var comparison = send(HttpMethod.GET, post + "/revisions/2/comparison?with=1", null);
        var restored = Answer.of(editor.post()
                .uri(post + "/revisions/1/restoration")
                .header("If-Match", "\"2\"")
                .exchange()
                .expectBody()
                .returnResult());

        assertThat(all.text("/revisions/0/revision")).isEqualTo("2");
        assertThat(all.text("/revisions/0/note")).isEqualTo("Clearer.");
        assertThat(all.text("/revisions/0/changed/0")).isEqualTo("body");
        assertThat(first.text("/post/body")).isEqualTo("It *waits*.");
        assertThat(comparison.text("/body/lines/0/text")).isEqualTo("It *waits*.");
        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.text("/body")).isEqualTo("It *waits*.");
        assertThat(restored.text("/revision")).isEqualTo("3");
        assertProblem(send(HttpMethod.GET, post + "/revisions/9", null), 404, "unknown-revision");
        assertProblem(send(HttpMethod.GET, post + "/revisions/x", null), 404, "unknown-revision");
    }

    @Test
    void aRepeatedRequestGetsTheFirstResponse() {
        var first = create("key-1", COMPLETE);
        assertThat(put(location(first), "\"1\"", CHANGED).status()).isEqualTo(200);

        var again = create("key-1", COMPLETE);
        var other = create("key-1", CHANGED);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.tag()).isEqualTo("\"1\"");
        assertProblem(other, 422, "key-reused");
        assertProblem(create("not a key", COMPLETE), 400, "malformed-request");
    }

    @Test
    void twoIssuesOfOnePeriodAreRefusedUnlessSaidTwice() {
        var issue = COMPLETE.replace(
                "\"body\"",
                "\"series\": \"weekly-threat-intelligence-brief\", \"period\": {\"from\": \"2012-01-01\","
                        + " \"to\": \"2012-01-07\"}, \"body\"");
        var first = published(issue);
        var second = draft(issue);

        var refused = send(HttpMethod.POST, second + "/publication", null);
        var allowed = send(HttpMethod.POST, second + "/publication", "{\"duplicatePeriod\": true}");

        assertProblem(refused, 409, "duplicate-period");
        assertThat("/api/posts/" + refused.text("/post")).isEqualTo(first);
        assertThat(allowed.status()).isEqualTo(200);
    }

    @Test
    void anAuthorWritesDraftsOfTheirOwnAndPublishesNothing() {
        var foreign = draft(COMPLETE);
        editor = anyone.mutateWith(
                        mockJwt().jwt(jwt -> jwt.subject("bo")).authorities(new SimpleGrantedAuthority("ROLE_author")))
                .mutate()
                .defaultHeader("X-Request-Id", "r-1")
                .build();
        var own = draft(COMPLETE);

        assertThat(put(own, "\"1\"", CHANGED).status()).isEqualTo(200);
        assertProblem(put(foreign, "\"1\"", CHANGED), 403, "forbidden");
        assertProblem(send(HttpMethod.GET, foreign, null), 403, "forbidden");
        assertProblem(send(HttpMethod.DELETE, foreign, null), 403, "forbidden");
        assertProblem(send(HttpMethod.POST, own + "/publication", null), 403, "forbidden");
        assertThat(send(HttpMethod.DELETE, own, null).status()).isEqualTo(204);
    }

    private Answer create(String key, String body) {
        return Answer.of(editor.post()
                .uri("/api/posts")
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult());
    }
}
