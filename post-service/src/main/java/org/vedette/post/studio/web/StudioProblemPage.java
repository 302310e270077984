package org.vedette.post.studio.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.vedette.pages.Link;
import org.vedette.pages.NoticePage;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemPage;

/** Renders problems of the studio as pages. Requests to the API get JSON from browsers, too. */
@Component
final class StudioProblemPage implements ProblemPage {

    private static final Link POSTS = new Link("To the posts", StudioPages.POSTS);

    private final StudioPages pages;

    StudioProblemPage(StudioPages pages) {
        this.pages = pages;
    }

    @Override
    public byte[] render(Problem problem, @Nullable String requestId) {
        var title = title(problem);
        var notice = NoticePage.error(
                        pages.siteLayout(title), problem.status(), title, problem.detail(), List.of(POSTS))
                .withRequestId(requestId);
        return pages.render("pages/notice.jte", notice);
    }

    /** The titles of problems speak of tokens, which people do not know. */
    private static String title(Problem problem) {
        return switch (problem.status()) {
            case 401 -> "You are not signed in";
            case 403 -> "You may not do this";
            default -> problem.type().title();
        };
    }

    @Override
    public boolean isFor(ServerHttpRequest request) {
        var path = request.getPath().value();
        return (path.startsWith("/studio") || path.startsWith("/preview/")) && ProblemPage.super.isFor(request);
    }
}
