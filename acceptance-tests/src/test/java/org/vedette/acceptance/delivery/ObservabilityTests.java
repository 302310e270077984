package org.vedette.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Alerts and dashboards ask for metrics that exist, and an alert says what to do. */
class ObservabilityTests {

    private static final String MONITORING = "k8s/components/monitoring/";
    private static final String RUNBOOKS = "docs/operations/runbooks.md";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A metric in PromQL: a word that neither a bracket follows, as a function, nor is a label or a keyword. */
    private static final Pattern METRIC =
            Pattern.compile("\\b(vedette|http|jvm|process|system|kafka)_[a-z0-9_]+\\b|\\bup\\b");

    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|\\b(by|without|on|ignoring) \\([^)]*\\)");
    private static final Set<String> OF_LIBRARIES = Set.of(
            "up",
            "http_server_requests_seconds_count",
            "http_server_requests_seconds_max",
            "jvm_memory_used_bytes",
            "jvm_memory_max_bytes",
            "jvm_buffer_memory_used_bytes",
            "jvm_gc_pause_seconds_sum",
            "jvm_threads_live_threads",
            "process_cpu_usage");

    private final Node rules = read("rules.yaml");

    @Test
    void theOperatorOfPrometheusGetsTheRulesThatComposeHas() {
        assertThat(read("prometheus-rule.yaml").at("spec").value()).isEqualTo(rules.value());
    }

    @Test
    void everyAlertHasARunbook() {
        var headings = Checkout.here()
                .text(RUNBOOKS)
                .lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> RUNBOOKS + "#"
                        + line.substring(3).toLowerCase(Locale.ROOT).replace(' ', '-'))
                .collect(Collectors.toSet());

        assertThat(alerts().map(alert -> alert.at("annotations", "runbook").text()))
                .isNotEmpty()
                .isSubsetOf(headings);
    }

    @Test
    void everyMetricThatIsAskedForIsDescribed() {
        var described = Pattern.compile("`(vedette_[a-z_]+)")
                .matcher(Checkout.here().text("docs/operations/metrics.md"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        var asked = Stream.concat(alerts().map(alert -> alert.at("expr").text()), dashboardExpressions())
                .flatMap(ObservabilityTests::metrics)
                .collect(Collectors.toSet());

        assertThat(asked)
                .hasSizeGreaterThan(40)
                .allMatch(name -> OF_LIBRARIES.contains(name) || described.contains(name));
    }

    @Test
    void bracketsOfExpressionsAreClosed() {
        assertThat(Stream.concat(alerts().map(alert -> alert.at("expr").text()), dashboardExpressions()))
                .allSatisfy(expression -> List.of("()", "{}", "[]")
                        .forEach(pair -> assertThat(count(expression, pair.charAt(0)))
                                .isEqualTo(count(expression, pair.charAt(1)))));
    }

    @Test
    void everyDashboardIsShipped() {
        var files = Checkout.here().names(MONITORING + "dashboards").stream().map(name -> "dashboards/" + name);

        assertThat(read("kustomization.yaml")
                        .at("configMapGenerator")
                        .items()
                        .get(0)
                        .at("files")
                        .texts())
                .containsExactlyInAnyOrderElementsOf(files.toList());
    }

    private static long count(String text, char character) {
        return text.chars().filter(each -> each == character).count();
    }

    private Stream<Node> alerts() {
        return rules.at("groups").items().stream().flatMap(group -> group.at("rules").items().stream());
    }

    private static Stream<String> dashboardExpressions() {
        return Checkout.here().names(MONITORING + "dashboards").stream()
                .map(name -> JSON.readTree(Checkout.here().text(MONITORING + "dashboards/" + name)))
                .flatMap(dashboard -> dashboard.get("panels").valueStream())
                .flatMap(panel -> panel.get("targets").valueStream())
                .map(target -> target.get("expr"))
                .map(JsonNode::asString);
    }

    private static Stream<String> metrics(String expression) {
        return METRIC.matcher(LABELS.matcher(expression).replaceAll(""))
                .results()
                .map(found -> found.group());
    }

    private static Node read(String name) {
        return Node.document(name, Checkout.here().text(MONITORING + name));
    }
}
