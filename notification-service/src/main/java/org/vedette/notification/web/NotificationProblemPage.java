package org.vedette.notification.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemPage;

/** Renders problems as pages of this site. Requests to the API get JSON from browsers, too. */
@Component
class NotificationProblemPage implements ProblemPage {

    private static final NoticeView.Link FRONT_PAGE = new NoticeView.Link("/", "To the front page");

    private final PageRenderer pages;

    NotificationProblemPage(PageRenderer pages) {
        this.pages = pages;
    }

    @Override
    public byte[] render(Problem problem, @Nullable String requestId) {
        return pages.render(
                "notice.jte", new NoticeView(pages.site(), problem.type().title(), problem.detail(), FRONT_PAGE));
    }

    @Override
    public boolean isFor(ServerHttpRequest request) {
        return !request.getPath().value().startsWith("/api/") && ProblemPage.super.isFor(request);
    }
}
