package org.vedette.feed.site.web;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.redirects.RenamedPages;
import org.vedette.feed.site.PageNumber;
import org.vedette.feed.site.search.SearchForm;
import org.vedette.feed.site.search.SearchPage;
import org.vedette.feed.site.search.SearchPageService;
import reactor.core.publisher.Mono;

/** The search page. It is not cached, as there is no end to the queries. */
@RestController
class SearchPageController {

    private final SearchPageService search;
    private final RenamedPages renamed;
    private final PageRenderer renderer;

    SearchPageController(SearchPageService search, RenamedPages renamed, PageRenderer renderer) {
        this.search = search;
        this.renamed = renamed;
        this.renderer = renderer;
    }

    @GetMapping(Blog.SEARCH)
    Mono<ResponseEntity<byte[]>> search(@RequestParam MultiValueMap<String, String> parameters) {
        return search.search(
                        SearchForm.of(parameters.toSingleValueMap()).in(renamed::current),
                        PageNumber.of(parameters.get("page")))
                .map(this::response);
    }

    private ResponseEntity<byte[]> response(SearchPage page) {
        return ResponseEntity.status(page.problem() == null ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
                .cacheControl(CacheControl.noCache())
                .contentType(PageRenderer.HTML)
                .body(renderer.render(page));
    }
}
