package org.vedette.notification.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.vedette.pages.Link;
import org.vedette.pages.NoticePage;
import org.vedette.pages.SitePaths;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemPage;

/** Renders problems as pages of this site. Requests to the API get JSON from browsers, too. */
@Component
class NotificationProblemPage implements ProblemPage {

    private static final Link FRONT_PAGE = new Link("To the front page", SitePaths.FRONT_PAGE);

    private final PageRenderer pages;

    NotificationProblemPage(PageRenderer pages) {
        this.pages = pages;
    }

    @Override
    public byte[] render(Problem problem, @Nullable String requestId) {
        var title = problem.type().title();
        return pages.render(
                NoticePage.error(pages.layout(title), problem.status(), title, problem.detail(), List.of(FRONT_PAGE))
                        .withRequestId(requestId));
    }

    @Override
    public boolean isFor(ServerHttpRequest request) {
        return !request.getPath().value().startsWith("/api/") && ProblemPage.super.isFor(request);
    }
}
