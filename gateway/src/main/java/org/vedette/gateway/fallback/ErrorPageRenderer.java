package org.vedette.gateway.fallback;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.vedette.gateway.GatewayProperties;
import org.vedette.starter.legal.LegalProperties;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemPage;

/** Renders a problem as an HTML page with the layout of the site. */
@Component
class ErrorPageRenderer implements ProblemPage {

    private final TemplateEngine templates;
    private final GatewayProperties properties;
    private final LegalProperties legal;

    ErrorPageRenderer(TemplateEngine templates, GatewayProperties properties, LegalProperties legal) {
        this.templates = templates;
        this.properties = properties;
        this.legal = legal;
    }

    @Override
    public byte[] render(Problem problem, @Nullable String requestId) {
        var output = new Utf8ByteOutput();
        templates.render("error.jte", page(problem, requestId), output);
        return output.toByteArray();
    }

    private ErrorPage page(Problem problem, @Nullable String requestId) {
        return new ErrorPage(
                properties.siteTitle(),
                properties.siteTagline(),
                problem.status(),
                problem.type().title(),
                problem.detail(),
                requestId == null ? "" : requestId,
                legal.pages());
    }
}
