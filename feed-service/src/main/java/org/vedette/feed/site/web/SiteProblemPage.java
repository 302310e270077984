package org.vedette.feed.site.web;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.vedette.feed.site.PageLayouts;
import org.vedette.feed.site.PageProblems;
import org.vedette.feed.site.web.SiteProblemMapper.SiteProblemType;
import org.vedette.pages.Link;
import org.vedette.pages.NoticePage;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemPage;

/** Renders problems as pages of the site. */
@Component
class SiteProblemPage implements ProblemPage {

    private static final Pattern NO_PAGES =
            Pattern.compile("/(feeds|api|cards)(/.*)?|/live|.*/feed\\.json|.*\\.(xml|txt)");

    private final PageLayouts layouts;
    private final PageRenderer renderer;

    SiteProblemPage(PageLayouts layouts, PageRenderer renderer) {
        this.layouts = layouts;
        this.renderer = renderer;
    }

    @Override
    public byte[] render(Problem problem, @Nullable String requestId) {
        return renderer.render(view(problem, requestId));
    }

    /** A client that accepts anything gets a page too, but only at addresses of pages. */
    @Override
    public boolean isFor(ServerHttpRequest request) {
        if (NO_PAGES.matcher(request.getPath().value()).matches()) {
            return false;
        }
        try {
            var accepted = request.getHeaders().getAccept();
            return accepted.isEmpty() || acceptsHtml(accepted);
        } catch (InvalidMediaTypeException malformed) {
            return false;
        }
    }

    /** The most specific media range decides: {@code text/html;q=0} refuses HTML whatever else is accepted (RFC 9110 §12.5.1). */
    private static boolean acceptsHtml(List<MediaType> accepted) {
        return accepted.stream()
                .filter(range -> range.includes(MediaType.TEXT_HTML))
                .max(Comparator.comparingInt(SiteProblemPage::specificity))
                .filter(range -> range.getQualityValue() > 0)
                .isPresent();
    }

    private static int specificity(MediaType range) {
        return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
    }

    private ProblemView view(Problem problem, @Nullable String requestId) {
        return new ProblemView(notice(problem).withRequestId(isOurFault(problem) ? requestId : null));
    }

    private NoticePage notice(Problem problem) {
        if (problem.type() instanceof SiteProblemType type) {
            var rejected = type.rejected();
            var links = rejected.links().isEmpty()
                    ? List.of(retryOrLatest(problem), PageProblems.ARCHIVE)
                    : rejected.links();
            return notice(problem, rejected.detail(), links).withAdvice(rejected.advice());
        }
        return notice(problem, problem.detail(), List.of(retryOrLatest(problem)));
    }

    private NoticePage notice(Problem problem, String detail, List<Link> links) {
        var title = problem.type().title();
        var layout = layouts.layout(layouts.transientPage(title, detail), null, List.of());
        return NoticePage.error(layout, problem.status(), title, detail, links);
    }

    private static Link retryOrLatest(Problem problem) {
        return isOurFault(problem) ? PageProblems.RETRY : PageProblems.LATEST;
    }

    private static boolean isOurFault(Problem problem) {
        return problem.status() >= HttpStatus.INTERNAL_SERVER_ERROR.value();
    }
}
