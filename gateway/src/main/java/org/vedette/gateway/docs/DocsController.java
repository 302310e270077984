package org.vedette.gateway.docs;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.vedette.pages.PageLayout;
import org.vedette.pages.Site;
import org.vedette.starter.problems.Problem;
import org.vedette.starter.problems.ProblemException;
import org.vedette.starter.problems.StandardProblem;
import reactor.core.publisher.Mono;

/** Shows the descriptions of all APIs, and serves each as OpenAPI. */
@RestController
class DocsController {

    private static final String DOCUMENTS = "/docs/openapi/";
    private static final CacheControl ONE_MINUTE =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final ApiDescriptions descriptions;
    private final TemplateEngine templates;
    private final Site site;

    DocsController(ApiDescriptions descriptions, TemplateEngine templates, Site site) {
        this.descriptions = descriptions;
        this.templates = templates;
        this.site = site;
    }

    @GetMapping("/docs")
    ResponseEntity<byte[]> page() {
        var page = new DocsPage(
                PageLayout.notIndexed(site, "APIs"),
                Arrays.stream(DescribedApi.values())
                        .map(api -> DOCUMENTS + api.service() + ".json")
                        .toList());
        var output = new Utf8ByteOutput();
        templates.render("docs.jte", page, output);
        return ResponseEntity.ok().cacheControl(ONE_MINUTE).contentType(HTML).body(output.toByteArray());
    }

    @GetMapping(DOCUMENTS + "{service}.json")
    Mono<ResponseEntity<byte[]>> document(@PathVariable String service) {
        return DescribedApi.of(service)
                .map(descriptions::of)
                .orElseGet(() -> Mono.error(new ProblemException(Problem.of(
                        StandardProblem.NOT_FOUND,
                        "There is no API of this name. The page /docs links those that there are."))))
                .map(document -> ResponseEntity.ok()
                        .cacheControl(ONE_MINUTE)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(document));
    }
}
