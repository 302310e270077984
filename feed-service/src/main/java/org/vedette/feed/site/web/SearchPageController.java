package org.vedette.feed.site.web;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.site.answer.Answer;
import org.vedette.feed.site.finding.SearchPages;
import org.vedette.feed.site.lists.PageNumber;
import org.vedette.feed.site.page.SearchForm;
import org.vedette.feed.site.page.SearchPage;
import reactor.core.publisher.Mono;

/** The search. What it answers is kept nowhere: there is no end to what may be asked. */
@RestController
class SearchPageController {

    private final SearchPages search;
    private final Pages pages;

    SearchPageController(SearchPages search, Pages pages) {
        this.search = search;
        this.pages = pages;
    }

    @GetMapping(Blog.SEARCH)
    Mono<ResponseEntity<byte[]>> search(@RequestParam MultiValueMap<String, String> fields) {
        var form = SearchForm.of(
                fields.getFirst("q"),
                fields.getFirst("series"),
                fields.getFirst("tag"),
                fields.getFirst("author"),
                fields.getFirst("from"),
                fields.getFirst("to"),
                fields.getFirst("order"));
        return search.answer(form, PageNumber.of(fields.get("page"))).map(this::response);
    }

    private ResponseEntity<byte[]> response(Answer answer) {
        if (answer instanceof Answer.NotShown none) {
            throw new NotShownException(none.page());
        }
        var page = (SearchPage) ((Answer.Shown) answer).page();
        return ResponseEntity.status(page.problem() == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .cacheControl(CacheControl.noCache())
                .contentType(Pages.HTML)
                .body(pages.print(page));
    }
}
