package org.vedette.feed.site.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.feed.blog.Blog;
import org.vedette.feed.serving.web.CachedResponse;
import org.vedette.feed.site.FrontPages;
import org.vedette.feed.site.PostPages;
import org.vedette.feed.site.answer.Answer;
import reactor.core.publisher.Mono;

/** The front page and the posts. */
@RestController
class SiteController {

    private final FrontPages front;
    private final PostPages posts;
    private final PageAnswers answers;

    SiteController(FrontPages front, PostPages posts, PageAnswers answers) {
        this.front = front;
        this.posts = posts;
        this.answers = answers;
    }

    @GetMapping("/")
    Mono<CachedResponse> frontPage() {
        return answers.send("/", () -> front.frontPage().map(Answer.Shown::new));
    }

    @GetMapping("/posts/{slug}")
    Mono<CachedResponse> post(@PathVariable String slug) {
        return answers.send(Blog.pathOfPost(slug), () -> posts.post(slug));
    }
}
