package org.vedette.post.studio.editor.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.vedette.post.content.Language;
import org.vedette.post.lifecycle.PostId;
import org.vedette.post.lifecycle.Revision;
import org.vedette.post.publishing.PublishingException.PostNotFoundException;
import org.vedette.post.studio.web.StudioPages;
import org.vedette.starter.problems.ProblemHandler;

/** Reads what requests to the editor have in common, and answers them. */
@Component
final class EditorResponses {

    private final StudioPages pages;
    private final ProblemHandler problems;
    private final Language siteLanguage;

    EditorResponses(StudioPages pages, ProblemHandler problems, Language siteLanguage) {
        this.pages = pages;
        this.problems = problems;
        this.siteLanguage = siteLanguage;
    }

    Language siteLanguage() {
        return siteLanguage;
    }

    ResponseEntity<byte[]> ok(EditorPage page) {
        return page(HttpStatus.OK, page);
    }

    ResponseEntity<byte[]> page(HttpStatusCode status, EditorPage page) {
        return pages.page(status, "studio/editor.jte", page);
    }

    FormErrors errors(Throwable failure, ServerWebExchange exchange) {
        return FormErrors.of(failure, problems.problem(exchange, failure));
    }

    /** Refuses a form that was cut off or made by hand: an empty field means something else than one that is missing. */
    static MultiValueMap<String, String> whole(MultiValueMap<String, String> fields) {
        EditorForm.REQUIRED_FIELDS.stream()
                .filter(name -> !fields.containsKey(name))
                .sorted()
                .findFirst()
                .ifPresent(missing -> {
                    throw new ResponseStatusException(
                            HttpStatus.BAD_REQUEST,
                            "Nothing was saved, because the form is not whole: the field " + missing
                                    + " is missing. Go back, open the post again, and save it once more.");
                });
        return fields;
    }

    static PostId postId(String text) {
        return PostId.of(text)
                .orElseThrow(() -> new PostNotFoundException(text.length() > 40 ? text.substring(0, 40) + "…" : text));
    }

    static Revision revision(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "The form does not say which revision it changes: open the post again.");
        }
        return new Revision(Long.parseLong(text));
    }
}
