package org.vedette.gateway.fallback;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.vedette.pages.Link;
import org.vedette.pages.NoticePage;
import org.vedette.pages.PageLayout;
import org.vedette.pages.Site;
import org.vedette.pages.SitePaths;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemPage;

/** Renders a problem as a page of the site. */
@Component
class ErrorPageRenderer implements ProblemPage {

    private static final Link FRONT_PAGE = new Link("To the front page", SitePaths.FRONT_PAGE);

    private static final Link LOGIN = new Link("Sign in", "/login");

    private final TemplateEngine templates;
    private final Site site;

    ErrorPageRenderer(TemplateEngine templates, Site site) {
        this.templates = templates;
        this.site = site;
    }

    @Override
    public byte[] render(Problem problem, @Nullable String requestId) {
        var output = new Utf8ByteOutput();
        templates.render("pages/notice.jte", page(problem).withRequestId(requestId), output);
        return output.toByteArray();
    }

    private static List<Link> actions(Problem problem) {
        return problem.status() == HttpStatus.UNAUTHORIZED.value() ? List.of(LOGIN, FRONT_PAGE) : List.of(FRONT_PAGE);
    }

    private NoticePage page(Problem problem) {
        var title = problem.type().title();
        return NoticePage.error(
                PageLayout.notIndexed(site, title), problem.status(), title, problem.detail(), actions(problem));
    }
}
