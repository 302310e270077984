package org.vedette.post.revisions.web;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.publishing.PublishingException.RevisionNotFoundException;
import org.vedette.post.publishing.web.ChangeView;
import org.vedette.post.publishing.web.IfMatch;
import org.vedette.post.publishing.web.Permalinks;
import org.vedette.post.publishing.web.PostResponses;
import org.vedette.post.publishing.web.PostView;
import org.vedette.post.requests.Caller;
import org.vedette.post.requests.Edit;
import org.vedette.post.revisions.RevisionService;
import org.vedette.starter.api.ContentTags;
import reactor.core.publisher.Mono;

/** The API of revisions. */
@RestController
@RequestMapping("/api/posts/{id}/revisions")
final class RevisionController {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private final RevisionService revisions;
    private final PostResponses responses;
    private final Permalinks permalinks;
    private final ContentTags tags;

    RevisionController(RevisionService revisions, Permalinks permalinks, ContentTags tags) {
        this.revisions = revisions;
        this.responses = new PostResponses(permalinks);
        this.permalinks = permalinks;
        this.tags = tags;
    }

    record RevisionList(List<ChangeView> revisions) {}

    record RevisionView(ChangeView change, PostView post) {}

    @GetMapping
    Mono<ResponseEntity<RevisionList>> all(Caller caller, @PathVariable String id) {
        return revisions
                .of(PostResponses.postId(id), caller)
                .map(ChangeView::of)
                .collectList()
                .map(all -> tags.ok(new RevisionList(all)));
    }

    @GetMapping("/{number}")
    Mono<ResponseEntity<RevisionView>> one(Caller caller, @PathVariable String id, @PathVariable String number) {
        return revisions
                .find(PostResponses.postId(id), revision(number), caller)
                .map(stored -> tags.ok(
                        new RevisionView(ChangeView.of(stored.info()), PostView.of(stored.post(), permalinks))));
    }

    /** Compares with the revision before, unless another one is named. */
    @GetMapping("/{number}/comparison")
    Mono<ResponseEntity<ComparisonView>> compare(
            Caller caller,
            @PathVariable String id,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String with) {
        var after = revision(number);
        var before = with == null ? before(after) : revision(with);
        return revisions
                .compare(PostResponses.postId(id), before, after, caller)
                .map(comparison -> tags.ok(ComparisonView.of(comparison)));
    }

    @PostMapping("/{number}/restoration")
    Mono<ResponseEntity<PostView>> restore(
            Caller caller,
            @PathVariable String id,
            @PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        Optional<Revision> expected = IfMatch.required(ifMatch);
        return revisions
                .restore(PostResponses.postId(id), revision(number), expected, Edit.by(caller))
                .map(responses::ok);
    }

    private static Revision before(Revision revision) {
        return revision.equals(Revision.FIRST) ? revision : revision.previous();
    }

    private static Revision revision(String number) {
        if (!NUMBER.matcher(number).matches()) {
            throw new RevisionNotFoundException(number.length() > 20 ? number.substring(0, 20) + "…" : number);
        }
        return new Revision(Long.parseLong(number));
    }
}
