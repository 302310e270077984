package org.vedette.acceptance;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A method and a pattern of addresses that the suite answers.
 *
 * @param gateway whether the gateway answers itself
 */
record Route(String method, PathPattern pattern, boolean gateway) {

    private static final String SUITE = "org.vedette";
    private static final String GATEWAY = SUITE + ".gateway";

    static Route of(String method, String pattern) {
        return new Route(method, PathPatternParser.defaultInstance.parse(pattern), false);
    }

    /** What the controllers of all services answer, by their annotations. */
    static List<Route> all() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        return scanner.findCandidateComponents(SUITE).stream()
                .map(candidate -> type(String.valueOf(candidate.getBeanClassName())))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).flatMap(method -> of(type, method)))
                .toList();
    }

    /** The one that answers a request: of those that match, the most specific one. */
    static Optional<Route> of(List<Route> routes, String method, String path) {
        var container = PathContainer.parsePath(path.split("\\?", 2)[0]);
        return routes.stream()
                .filter(route -> route.method.equals(method) && route.pattern.matches(container))
                .min(Comparator.comparing(Route::pattern, PathPattern.SPECIFICITY_COMPARATOR));
    }

    private static Stream<Route> of(Class<?> type, Method method) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) {
            return Stream.of();
        }
        var ofType = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        return paths(ofType)
                .flatMap(prefix -> paths(mapping)
                        .flatMap(path -> Arrays.stream(mapping.method())
                                .map(verb -> new Route(
                                        verb.name(),
                                        PathPatternParser.defaultInstance.parse(prefix + path),
                                        type.getName().startsWith(GATEWAY)))));
    }

    private static Stream<String> paths(@Nullable RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? Stream.of("") : Arrays.stream(mapping.path());
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Route.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
