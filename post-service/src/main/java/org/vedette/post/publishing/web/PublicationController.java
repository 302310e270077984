package org.vedette.post.publishing.web;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import org.vedette.post.content.Note;
import org.vedette.post.publishing.Publication;
import org.vedette.post.publishing.PublicationService;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Edit;
import org.vedette.starter.api.Utf8;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The API by which posts are published, scheduled and taken back. */
@RestController
@RequestMapping("/api/posts/{id}/publication")
final class PublicationController {

    private final PublicationService publications;
    private final PostResponses responses;
    private final ZoneId siteZone;
    private final JsonMapper json;

    PublicationController(PublicationService publications, Permalinks permalinks, ZoneId siteZone, JsonMapper json) {
        this.publications = publications;
        this.responses = new PostResponses(permalinks);
        this.siteZone = siteZone;
        this.json = json;
    }

    /**
     * Asks for a publication.
     *
     * @param publishAt when, or the date in the past that the post carries; null for now
     * @param quiet whether nobody is mailed about it; null for what its schedule says, and without one for mails
     * @param duplicatePeriod whether another issue of the series may cover the same period
     * @param note why, for the history
     */
    record PublicationRequest(
            @Nullable String publishAt,
            @Nullable Boolean quiet,
            @Nullable Boolean duplicatePeriod,
            @Nullable String note) {}

    /**
     * Takes a post back.
     *
     * @param reason why, for readers
     * @param note why, for the history
     * @param tellAlerted whether those who were mailed about the post are mailed the withdrawal
     */
    record WithdrawalRequest(
            @Nullable String reason,
            @Nullable String note,
            @Nullable Boolean tellAlerted) {}

    @PostMapping
    Mono<ResponseEntity<PostView>> publish(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody(required = false) byte @Nullable [] body) {
        var request = read(body, PublicationRequest.class);
        var edit = SubmissionReader.edit(caller, request.note())
                .asSecondIssue(Boolean.TRUE.equals(request.duplicatePeriod()))
                .withKey(IdempotencyKeys.parse(key, caller, "publish " + id, json.writeValueAsBytes(request)));
        return publications
                .publish(
                        PostResponses.postId(id),
                        Optional.ofNullable(ifMatch).flatMap(IfMatch::revision),
                        publication(request),
                        edit)
                .map(responses::ok);
    }

    @DeleteMapping
    Mono<ResponseEntity<PostView>> withdraw(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody(required = false) byte @Nullable [] body) {
        var request = read(body, WithdrawalRequest.class);
        var fields = new FieldReader();
        var reason = fields.optional("reason", request.reason(), Note::new);
        Edit edit = fields.build(() -> SubmissionReader.edit(caller, request.note())
                .tellingAlerted(Boolean.TRUE.equals(request.tellAlerted())));
        return publications
                .withdraw(
                        PostResponses.postId(id),
                        Optional.ofNullable(ifMatch).flatMap(IfMatch::revision),
                        reason.orElse(null),
                        edit)
                .map(responses::ok);
    }

    private Publication publication(PublicationRequest request) {
        var fields = new FieldReader();
        var publishAt = fields.given("publishAt", request.publishAt(), text -> DateReader.moment(text, siteZone));
        return fields.build(() -> new Publication(publishAt.orElse(null), request.quiet()));
    }

    /** No body asks for nothing in particular, as an empty object does. */
    private <T> T read(byte @Nullable [] body, Class<T> type) {
        var text = body == null || new String(body, StandardCharsets.UTF_8).isBlank()
                ? "{}".getBytes(StandardCharsets.UTF_8)
                : body;
        Utf8.require(text);
        try {
            var request = json.readValue(text, type);
            if (request != null) {
                return request;
            }
        } catch (JacksonException unreadable) {
            throw new ServerWebInputException("The body cannot be read.", null, unreadable);
        }
        throw new ServerWebInputException("The body must be a JSON object, or be left out.");
    }
}
