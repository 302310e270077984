package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockJwt;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.vedette.post.studio.editor.web.EditorForm;

/** The API with the pages of the studio, used as browsers without a script do. */
abstract class StudioPagesApi extends PostApi {

    private static final Pattern EDITOR = Pattern.compile("/studio/posts/(new|[0-9a-f-]{36})");
    private static final Pattern ID = Pattern.compile("/studio/posts/([0-9a-f-]{36})");

    StudioPagesApi(WebTestClient anyone) {
        super(anyone);
    }

    /** A client of somebody with a role. */
    WebTestClient person(String id, String role) {
        return anyone.mutateWith(mockJwt()
                        .jwt(token -> token.subject(id).claim("name", "Name of " + id))
                        .authorities(new SimpleGrantedAuthority("ROLE_" + role)))
                .mutate()
                .defaultHeader("X-Request-Id", "r-1")
                .build();
    }

    String created(Map<String, String> fields) {
        return created(editor, fields);
    }

    /** Creates a draft in the studio, and answers the path of its editor. */
    static String created(WebTestClient client, Map<String, String> fields) {
        var answer = submit(client, "/studio/posts/new", form(fields));
        assertThat(answer.status()).as(answer.body()).isEqualTo(303);
        var path = ID.matcher(String.valueOf(answer.headers().getLocation()));
        assertThat(path.find()).isTrue();
        return path.group();
    }

    Answer open(String address) {
        return open(editor, address);
    }

    static Answer open(WebTestClient client, String address) {
        return Answer.of(client.get()
                .uri(address)
                .accept(MediaType.TEXT_HTML)
                .header("X-CSRF-Token", "a-token")
                .exchange()
                .expectBody()
                .returnResult());
    }

    Answer submit(String address, Map<String, String> fields) {
        return submit(editor, address, form(fields));
    }

    /** A form of the editor has all its fields, the others empty. */
    static Answer submit(WebTestClient client, String address, MultiValueMap<String, String> fields) {
        return submitAsItIs(client, address, EDITOR.matcher(address).matches() ? whole(fields) : fields);
    }

    private static MultiValueMap<String, String> whole(MultiValueMap<String, String> fields) {
        var all = new LinkedMultiValueMap<>(fields);
        EditorForm.FIELDS.stream()
                .filter(name -> !name.equals("secondIssue"))
                .forEach(name -> all.addIfAbsent(name, name.equals("tlp") ? "CLEAR" : ""));
        return all;
    }

    static Answer submitAsItIs(WebTestClient client, String address, MultiValueMap<String, String> fields) {
        return Answer.of(client.post()
                .uri(address)
                .accept(MediaType.TEXT_HTML)
                .body(BodyInserters.fromFormData(fields))
                .exchange()
                .expectBody()
                .returnResult());
    }

    static Answer send(WebTestClient client, HttpMethod method, String address, @Nullable String body) {
        var request = client.method(method).uri(address).contentType(MediaType.APPLICATION_JSON);
        return Answer.of((body == null ? request : request.bodyValue(body))
                .exchange()
                .expectBody()
                .returnResult());
    }

    static MultiValueMap<String, String> form(Map<String, String> fields) {
        var form = new LinkedMultiValueMap<String, String>();
        fields.forEach(form::add);
        return form;
    }
}
