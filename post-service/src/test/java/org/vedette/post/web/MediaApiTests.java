package org.vedette.post.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.reactive.server.SecurityMockServerConfigurers.mockJwt;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.MultipartBodyBuilder;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.BodyInserters;
import org.vedette.post.media.Pictures;

@ExtendWith(OutputCaptureExtension.class)
class MediaApiTests extends PostApi {

    private static final String MEDIA = "/api/media";

    @Autowired
    MediaApiTests(WebTestClient anyone) {
        super(anyone);
    }

    @Test
    void aPictureIsUploadedWithItsText() {
        var created = form(Pictures.jpeg(620, 310), "A [chart]");

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        var id = created.text("/id");
        assertThat(created.headers().getLocation()).hasToString(MEDIA + "/" + id);
        assertThat(Map.of(
                        "url", created.text("/url"),
                        "type", created.text("/type"),
                        "alt", created.text("/alt"),
                        "markdown", created.text("/markdown")))
                .isEqualTo(Map.of(
                        "url",
                        "/media/" + id + "/620x310.jpg",
                        "type",
                        "image/jpeg",
                        "alt",
                        "A [chart]",
                        "markdown",
                        "![A \\[chart\\]](/media/" + id + "/620x310.jpg)"));
        assertThat(send(HttpMethod.GET, MEDIA + "/" + id, null).body()).isEqualTo(created.body());
    }

    @Test
    void theSamePictureAgainIsTheSameResource() {
        var first = raw(Pictures.png(40, 30), "image/png", "");
        var second = raw(Pictures.png(40, 30), "image/png", "");

        assertThat(List.of(first.status(), second.status())).containsExactly(201, 200);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void theContentDecidesAndNotTheHeader() {
        var created = raw(Pictures.png(41, 30), "image/gif", "?alt=A+dot");

        assertThat(List.of(created.text("/type"), created.text("/alt"))).containsExactly("image/png", "A dot");
    }

    /** The request, the status and a part of the answer. */
    static Stream<Arguments> refused() {
        var png = Pictures.png(10, 10);
        return Stream.of(
                Arguments.of("image/png", Pictures.claiming(png, 60_000, 60_000), 422, "invalid-image", "60000"),
                Arguments.of("image/png", Arrays.copyOf(png, 50), 422, "invalid-image", "truncated"),
                Arguments.of("image/gif", Pictures.gif(2, 2, 21), 422, "invalid-image", "21 frames"),
                Arguments.of("image/png", Pictures.text("<svg/>"), 415, "unsupported-image", "SVG"),
                Arguments.of("image/png", new byte[60_001], 413, "request-too-large", "60000 bytes"),
                Arguments.of("image/svg+xml", Pictures.text("<svg/>"), 415, "unsupported-media-type", "image/svg+xml"),
                Arguments.of("text/html", Pictures.text("<p>"), 415, "unsupported-media-type", "text/html"),
                Arguments.of("multipart/form-data", png, 400, "malformed-request", "boundary"),
                Arguments.of("multipart/form-data;boundary=x", png, 400, "malformed-request", "form"));
    }

    @ParameterizedTest(name = "{0} {4}")
    @MethodSource("refused")
    void whatCannotBeTakenIsRefused(String type, byte[] body, int status, String problem, String reason) {
        var answer = raw(body, type, "");

        assertProblem(answer, status, problem);
        assertThat(answer.text("/detail")).contains(reason);
    }

    @Test
    void aFormWithoutAFileIsRefused() {
        assertProblem(form(null, "A chart"), 400, "malformed-request");
        assertProblem(form(new byte[60_001], ""), 413, "request-too-large");
    }

    @Test
    void aRequestThatIsEmptyIsNotToldOfAForm() {
        var answer = raw(new byte[0], "image/png", "");

        assertProblem(answer, 400, "malformed-request");
        assertThat(answer.text("/detail")).isEqualTo("The request is empty: send the picture as its body.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file", "alt"})
    void aFormWithTwoOfAPartIsRefused(String part) {
        var form = new MultipartBodyBuilder();
        form.part("file", new ByteArrayResource(Pictures.png(52, 30))).filename("a.png");
        form.part(part, new ByteArrayResource(Pictures.png(53, 30))).filename("b.png");
        form.part("alt", "a");

        var answer = Answer.of(editor.post()
                .uri(MEDIA)
                .body(BodyInserters.fromMultipartData(form.build()))
                .exchange()
                .expectBody()
                .returnResult());

        assertProblem(answer, 400, "malformed-request");
        assertThat(answer.text("/detail")).contains("two parts " + part);
    }

    @Test
    void aFormThatEndsTooEarlyIsNoErrorInTheLog(CapturedOutput output) {
        var cut = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\nabc";

        var answer = raw(cut.getBytes(StandardCharsets.UTF_8), "multipart/form-data;boundary=x", "");

        assertProblem(answer, 400, "malformed-request");
        assertThat(output.getAll()).doesNotContain("onErrorDropped");
    }

    @Test
    void theTextIsChanged() {
        var address = created(Pictures.png(42, 30));

        var changed = send(HttpMethod.PATCH, address, "{\"alt\": \"A line\"}");

        assertThat(changed.status() + changed.text("/alt")).isEqualTo("200A line");
        assertProblem(send(HttpMethod.PATCH, address, "{}"), 400, "malformed-request");
        assertProblem(send(HttpMethod.PATCH, address, "{\"text\": \"x\"}"), 400, "malformed-request");
        assertProblem(send(HttpMethod.PATCH, address, "{\"alt\": 3}"), 400, "malformed-request");
        assertProblem(send(HttpMethod.PATCH, address, "{\"alt\": \"" + "x".repeat(1_001) + "\"}"), 422, "invalid-alt");
    }

    @Test
    void aPictureIsDeletedUnlessAPostUsesIt() {
        var address = created(Pictures.png(43, 30));
        var used = created(Pictures.png(44, 30));
        assertThat(send(HttpMethod.PATCH, used, "{\"alt\": \"used\"}").text("/usedIn/0/title"))
                .isEqualTo("A loader");

        assertThat(send(HttpMethod.DELETE, address, null).status()).isEqualTo(204);
        var refused = send(HttpMethod.DELETE, used, null);

        assertProblem(send(HttpMethod.GET, address, null), 404, "unknown-media");
        assertProblem(refused, 409, "media-in-use");
        assertThat(refused.text("/usedIn/0/slug")).isEqualTo("a-loader");
    }

    @Test
    void theListGoesOnToItsEnd() {
        var expected =
                List.of(created(Pictures.png(45, 30)), created(Pictures.png(46, 30)), created(Pictures.png(47, 30)));

        var found = new ArrayList<String>();
        var next = "";
        do {
            var page = send(HttpMethod.GET, MEDIA + "?limit=2&unused=true" + next, null);
            page.json()
                    .at("/media")
                    .forEach(media -> found.add(MEDIA + "/" + media.at("/id").asString()));
            next = page.text("/next").isEmpty() ? "" : "&cursor=" + page.text("/next");
        } while (!next.isEmpty());

        assertThat(found).containsAll(expected).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"?limit=0", "?cursor=x", "?unused=yes"})
    void aParameterThatCannotBeReadIsNamed(String query) {
        assertProblem(send(HttpMethod.GET, MEDIA + query, null), 400, "malformed-request");
    }

    @Test
    void anAuthorUploadsAndOnlyChangesTheirOwn() {
        var others = created(Pictures.png(48, 30));
        editor = anyone.mutateWith(mockJwt()
                        .authorities(new SimpleGrantedAuthority("ROLE_author"))
                        .jwt(jwt -> jwt.subject("grace-1")))
                .mutate()
                .defaultHeader("X-Request-Id", "r-1")
                .build();
        var own = created(Pictures.png(49, 30));

        assertProblem(send(HttpMethod.DELETE, others, null), 403, "forbidden");
        assertThat(send(HttpMethod.DELETE, own, null).status()).isEqualTo(204);
        assertThat(anyone.get()
                        .uri(MEDIA)
                        .exchange()
                        .expectBody()
                        .returnResult()
                        .getStatus()
                        .value())
                .isEqualTo(401);
    }

    @Test
    void anAuthorDoesNotReadTheTitlesOfForeignDrafts() {
        var used = created(Pictures.png(51, 30));
        assertThat(send(HttpMethod.PATCH, used, "{\"alt\": \"used\"}").status()).isEqualTo(200);
        editor = anyone.mutateWith(mockJwt()
                        .authorities(new SimpleGrantedAuthority("ROLE_author"))
                        .jwt(jwt -> jwt.subject("grace-1")))
                .mutate()
                .defaultHeader("X-Request-Id", "r-1")
                .build();

        var one = send(HttpMethod.GET, used, null);
        var all = send(HttpMethod.GET, MEDIA + "?limit=100", null);

        assertThat(one.json().at("/usedIn").isEmpty()).isTrue();
        assertThat(one.text("/usedInOthers")).isEqualTo("1");
        assertThat(all.body()).contains("\"usedInOthers\":1").doesNotContain("A loader");
    }

    @Test
    void theFileIsPublicAndNeverChanges() {
        var url = raw(Pictures.jpeg(100, 60), "image/jpeg", "").text("/url");

        var file = file(HttpMethod.GET, url);

        assertThat(file.status()).isEqualTo(200);
        assertThat(headers(file))
                .isEqualTo(Map.of(
                        "Content-Type", "image/jpeg",
                        "Cache-Control", "max-age=31536000, public, immutable",
                        "Content-Disposition", "inline",
                        "X-Content-Type-Options", "nosniff",
                        "Content-Security-Policy", "default-src 'none'; sandbox",
                        "Content-Length", String.valueOf(file.headers().getContentLength())));
        assertThat(file.tag()).matches("\"[0-9a-f]{32}\"");
        assertThat(file.headers().getContentLength()).isPositive();

        var head = file(HttpMethod.HEAD, url);
        assertThat(headers(head)).isEqualTo(headers(file));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void aFileThatTheClientHasIsNotSentAgain() {
        var url = raw(Pictures.jpeg(101, 60), "image/jpeg", "").text("/url");
        var tag = file(HttpMethod.GET, url).tag();

        var answer = Answer.of(anyone.get()
                .uri(url)
                .header("If-None-Match", tag)
                .exchange()
                .expectBody()
                .returnResult());

        assertThat(List.of(answer.status(), answer.tag(), answer.body())).containsExactly(304, tag, "");
    }

    @Test
    void aVariantThatWasNotMadeLeadsToAnother() {
        var url = raw(Pictures.jpeg(1000, 60), "image/jpeg", "").text("/url");
        var folder = url.substring(0, url.lastIndexOf('/') + 1);

        var answer = file(HttpMethod.GET, folder + "700.webp");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers().getLocation()).hasToString(folder + "960.jpg");
    }

    @ParameterizedTest
    @CsvSource({"/media/0123456789abcdef0123456789abcdef/960.webp", "/media/nonsense/960.webp"})
    void anUnknownFileIsNotFound(String address) {
        assertThat(file(HttpMethod.GET, address).status()).isEqualTo(404);
    }

    private Answer form(byte @Nullable [] file, String alt) {
        var form = new MultipartBodyBuilder();
        form.part("alt", alt);
        if (file != null) {
            form.part("file", new ByteArrayResource(file)).filename("../../evil.php");
        }
        return Answer.of(editor.post()
                .uri(MEDIA)
                .body(BodyInserters.fromMultipartData(form.build()))
                .exchange()
                .expectBody()
                .returnResult());
    }

    private Answer raw(byte[] file, String type, String query) {
        return Answer.of(editor.post()
                .uri(MEDIA + query)
                .header("Content-Type", type)
                .bodyValue(file)
                .exchange()
                .expectBody()
                .returnResult());
    }

    private String created(byte[] file) {
        var answer = raw(file, MediaType.IMAGE_PNG_VALUE, "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return MEDIA + "/" + answer.text("/id");
    }

    private Answer file(HttpMethod method, String address) {
        return Answer.of(anyone.method(method)
                .uri(URI.create(address))
                .exchange()
                .expectBody()
                .returnResult());
    }

    private static Map<String, String> headers(Answer answer) {
        return Stream.of(
                        "Content-Type",
                        "Cache-Control",
                        "Content-Disposition",
                        "X-Content-Type-Options",
                        "Content-Security-Policy",
                        "Content-Length")
                .collect(Collectors.toMap(
                        name -> name, name -> String.valueOf(answer.headers().getFirst(name))));
    }
}
