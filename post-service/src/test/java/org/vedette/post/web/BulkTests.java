package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;

/** One change of many posts. */
class BulkTests extends StudioPagesApi {

    private static final String NOBODY = "01234567-89ab-7def-8123-456789abcdef";

    @Autowired
    BulkTests(WebTestClient client) {
        super(client);
    }

    @Test
    void tagsAreAddedAndRemovedAndEachPostSaysWhatCameOfIt() {
        var first = draft(COMPLETE);
        var second = published(COMPLETE.replace("{\"title\"", "{\"tags\": [\"loader\"], \"title\""));

        var added = bulk("addTags", "\"tags\": [\"Loader\", \"night\"]", id(first), id(second), id(second), NOBODY);
        var again = bulk("addTags", "\"tags\": [\"loader\"]", id(first));
        var removed = bulk("removeTags", "\"tags\": [\"night\"]", id(first));

        assertThat(added.status()).isEqualTo(200);
        assertThat(added.json().at("/results")).hasSize(3);
        assertThat(added.json().findValuesAsString("outcome")).containsExactly("changed", "changed", "refused");
        assertThat(added.text("/results/2/problem/type")).isEqualTo("urn:vedette:problem:unknown-post");
        assertThat(added.json().at("/changed").asInt()).isEqualTo(2);
        assertThat(again.text("/results/0/outcome")).isEqualTo("unchanged");
        assertThat(removed.text("/results/0/revision")).isEqualTo("3");
        assertThat(send(HttpMethod.GET, second, null).json().at("/tags").toString())
                .isEqualTo("[\"loader\",\"night\"]");
    }

    @Test
    void postsAreLabelledAndWithdrawn() {
        var post = published(COMPLETE);

        var labelled = bulk("label", "\"tlp\": \"TLP:AMBER\", \"note\": \"Asked for\"", id(post));
        var withdrawn = bulk("withdraw", "\"reason\": \"It was wrong.\"", id(post), id(draft(COMPLETE)));

        assertThat(labelled.text("/results/0/outcome")).isEqualTo("changed");
        assertThat(withdrawn.json().findValuesAsString("outcome")).containsExactly("changed", "refused");
        assertThat(send(HttpMethod.GET, post, null).text("/withdrawal/reason")).isEqualTo("It was wrong.");
        assertThat(send(HttpMethod.GET, post + "/revisions", null).text("/revisions/1/note"))
                .isEqualTo("Asked for");
    }

    @Test
    void whoMayNotChangeAPostAloneMayNotChangeItWithOthers() {
        var ada = person("ada", "author");
        var own = id("/api" + created(ada, Map.of("title", "Own")).substring("/studio".length()));
        var other = id(published(COMPLETE));

        var tagged = bulk(ada, "addTags", "\"tags\": [\"loader\"]", own, other);
        var withdrawn = bulk(ada, "withdraw", "\"reason\": \"No.\"", other);

        assertThat(tagged.json().findValuesAsString("outcome")).containsExactly("changed", "refused");
        assertThat(tagged.json().at("/results/1/problem/status").asInt()).isEqualTo(403);
        assertThat(withdrawn.json().at("/results/0/problem/status").asInt()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "burn    | \"tags\": [\"a\"] | action | must be one of addTags",
                "addTags | \"tags\": []      | tags   | must have at least one tag",
                "label   | \"tlp\": \"PINK\" | tlp    | must be one of CLEAR",
                "label   | \"note\": \"x\"   | tlp    | is missing",
            })
    void whatCannotBeDoneIsRefusedBeforeAnythingIs(String action, String rest, String field, String message) {
        var answer = bulk(action, rest, NOBODY);

        assertProblem(answer, 422, "invalid-post");
        assertThat(answer.text("/errors/0/field")).isEqualTo(field);
        assertThat(answer.text("/errors/0/message")).contains(message);
    }

    @Test
    void moreThanTwoHundredPostsAreRefused() {
        var answer = bulk(
                "withdraw",
                "\"reason\": \"x\"",
                Stream.generate(() -> NOBODY).limit(201).toArray(String[]::new));

        assertProblem(answer, 422, "invalid-post");
        assertThat(answer.text("/errors/0/message")).contains("at most 200");
    }

    @Test
    void theStudioAsksOnceAndSaysWhatCameOfIt() {
        var post = created(Map.of("title", "Chosen <here>", "body", "It waits.", "bylineName", "Ada"));
        var id = post.substring(post.lastIndexOf('/') + 1);

        var list = open("/studio/posts?choose=all");
        var asked = submit("/studio/posts/bulk", Map.of("post", id, "action", "addTags"));
        var wrong =
                submit("/studio/posts/bulk", Map.of("post", id, "action", "addTags", "confirmed", "yes", "tags", ""));
        var done = submit(
                "/studio/posts/bulk", Map.of("post", id, "action", "addTags", "confirmed", "yes", "tags", "loader"));
        var nothing = submit("/studio/posts/bulk", Map.of("action", "addTags"));

        assertThat(list.body()).contains("name=\"post\" value=\"" + id + "\" checked");
        assertThat(asked.body()).contains("Chosen &lt;here&gt;", "Add the tags to 1 post", "value=\"" + id + "\"");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("must have at least one tag", "Add the tags to 1 post");
        assertThat(done.body()).contains("Changed 1 of 1.", "Changed.");
        assertThat(nothing.body()).contains("Tick at least one post");
        assertThat(open(post).body()).contains("value=\"loader\"");
    }

    @Test
    void aPostThatWasDeletedMeanwhileKeepsNoOtherFromBeingChanged() {
        var fields = new LinkedMultiValueMap<String, String>();
        fields.put("post", List.of(NOBODY, id(published(COMPLETE))));
        fields.add("action", "withdraw");
        fields.add("confirmed", "yes");
        fields.add("reason", "It was wrong.");

        var done = submit(editor, "/studio/posts/bulk", fields);

        assertThat(done.body()).contains("Changed 1 of 2; 1 could not be.", "Not changed: There is no post");
    }

    @Test
    void theStudioSaysHowManyOfThePostsAreNotThereAnyMore() {
        var asked = submit("/studio/posts/bulk", Map.of("post", NOBODY, "action", "addTags"));

        assertThat(asked.body()).contains("1 of the posts that you ticked does not exist any more");
    }

    private Answer bulk(String action, String rest, String... posts) {
        return bulk(editor, action, rest, posts);
    }

    private static Answer bulk(WebTestClient client, String action, String rest, String... posts) {
        var body =
                "{\"action\": \"%s\", %s, \"posts\": [\"%s\"]}".formatted(action, rest, String.join("\", \"", posts));
        return Answer.of(client.post()
                .uri("/api/posts/bulk")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult());
    }

    private static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
