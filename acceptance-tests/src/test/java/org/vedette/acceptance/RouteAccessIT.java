package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vedette.acceptance.delivery.Checkout;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who gets what at which address, through the gateway and straight at the services. {@code docs/route-access.md} has the requests
 * and the expected answers; what a run has got is written to {@code target/route-access.md}.
 */
class RouteAccessIT {

    private static final Path EXPECTED = Checkout.here().root().resolve("docs/route-access.md");
    private static final Path ACTUAL = Path.of("target", "route-access.md");
    private static final String STRAIGHT = "## Straight to the services";
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+) ([^`]+)` \\|.*");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<String> expected = lines();
    private final int straight = expected.indexOf(STRAIGHT);

    @Test
    void everybodyGetsWhatTheTablesSay() throws IOException {
        var access = new RouteAccess(RunningSuite.get());
        var actual = new ArrayList<String>();
        for (var i = 0; i < expected.size(); i++) {
            var line = expected.get(i);
            var row = ROW.matcher(line);
            actual.add(row.matches() ? access.row(row.group(1), row.group(2), i > straight) : line);
        }

        Files.write(ACTUAL, actual);

        assertThat(actual).as("see %s", ACTUAL).isEqualTo(expected);
    }

    @Test
    void noRouteIsMissing() {
        var routes = Stream.of(Route.all(), described(), RouteAccess.INTERNAL)
                .flatMap(Collection::stream)
                .toList();

        assertThat(missing(routes, expected.subList(0, straight)))
                .as("through the gateway")
                .isEmpty();
        assertThat(missing(
                        routes.stream().filter(route -> !route.gateway()).toList(),
                        expected.subList(straight, expected.size())))
                .as("straight to the services")
                .isEmpty();
    }

    private static Set<String> missing(List<Route> routes, List<String> lines) {
        var missing = routes.stream().map(Route::toString).collect(Collectors.toCollection(HashSet::new));
        lines.stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .flatMap(row -> Route.of(routes, row.group(1), RouteAccess.example(row.group(2))).stream())
                .forEach(route -> missing.remove(route.toString()));
        return missing;
    }

    /** The operations of the documents behind {@code /docs}. */
    private List<Route> described() {
        return Stream.of("feed-service", "post-service", "notification-service")
                .map(service -> RunningSuite.get().reader().asksFor("/docs/openapi/" + service + ".json"))
                .flatMap(document -> JSON.readTree(document.body()).get("paths").propertyStream())
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> Route.of(operation.getKey().toUpperCase(Locale.ROOT), path.getKey())))
                .toList();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(EXPECTED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
