package org.vedette.benchmarks.cold;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vedette.benchmarks.suite.Site;
import org.vedette.benchmarks.suite.Site.Page;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages of an API that says in each where the next one is: in {@code next}, as an address or as a cursor. */
final class NextLinks {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Site site;
    private final String first;

    NextLinks(Site site, String first) {
        this.site = site;
        this.first = first;
    }

    /** The addresses of at most so many pages that follow the first one. */
    List<String> follow(int most) throws IOException, InterruptedException {
        var addresses = new ArrayList<String>();
        var next = next(site.get(first));
        while (next.isPresent() && addresses.size() < most) {
            addresses.add(next.get());
            next = next(site.get(next.get()));
        }
        return addresses;
    }

    private Optional<String> next(Page page) {
        return Optional.ofNullable(JSON.readTree(page.text()).get("next"))
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(next -> !next.isEmpty())
                .map(this::address);
    }

    private String address(String next) {
        if (next.startsWith("/")) {
            return next;
        }
        if (next.startsWith("http")) {
            var uri = URI.create(next);
            return uri.getRawPath() + "?" + uri.getRawQuery();
        }
        return next.startsWith("?")
                ? first + next
                : first + "?cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
}
