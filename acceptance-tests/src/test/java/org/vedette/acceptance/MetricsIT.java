package org.vedette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vedette.standalone.Service;

/** Every metric that the documentation, a dashboard or a rule names is one that the running suite has. */
class MetricsIT {

    private static final Pattern NAME = Pattern.compile("\\bvedette_[a-z0-9_]*[a-z0-9]\\b");
    private static final Path ROOT = Path.of("..");

    /** They appear when what they count happens for the first time; the documentation says so. */
    private static final Set<String> ON_FIRST_USE = Set.of(
            "vedette_notification_documents_unreadable_total",
            "vedette_notification_reports_total",
            "vedette_notification_webhook_attempts_total",
            "vedette_notification_webhook_given_up_total",
            "vedette_kafka_dead_letters_total");

    /** Databases and the like. */
    private static final Set<String> NO_METRICS =
            Set.of("vedette_posts", "vedette_feed", "vedette_notifications", "vedette_gateway");

    private final RunningSuite suite = RunningSuite.get();

    @Test
    void everyNamedMetricIsExposed() {
        var inbox = suite.subscribed("metrics@example.com");
        var post = suite.editor().publishes(Manuscript.titled("A counted post"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !inbox.about(post.title()).isEmpty());

        var exposed = Arrays.stream(Service.values())
                .map(suite::metrics)
                .flatMap(text -> NAME.matcher(text).results())
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
        var missing = new TreeSet<>(named());
        missing.removeAll(exposed);
        missing.removeAll(ON_FIRST_USE);

        assertThat(missing)
                .as("metrics that are named and not exposed; exposed are " + exposed)
                .isEmpty();
    }

    private static Set<String> named() {
        var names = new TreeSet<String>();
        for (var directory :
                Stream.of("docs", "k8s", "docker").map(ROOT::resolve).toList()) {
            try (var files = Files.walk(directory)) {
                files.filter(file -> file.toString().matches(".*\\.(md|ya?ml|json)"))
                        .forEach(file -> names.addAll(namesIn(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        names.removeAll(NO_METRICS);
        assertThat(names).hasSizeGreaterThan(30);
        return names;
    }

    private static Set<String> namesIn(Path file) {
        try {
            return NAME.matcher(Files.readString(file))
                    .results()
                    .map(match -> match.group())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
