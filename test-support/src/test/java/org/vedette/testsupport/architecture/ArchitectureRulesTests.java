package org.vedette.testsupport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule has a tripwire: a class that breaks it, and that the rule must name. */
class ArchitectureRulesTests {

    private static final String TRIPWIRES = "org.vedette.testsupport.architecture.tripwire";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(TRIPWIRES);

    private static final Map<String, String> TRIPPED_BY = Map.ofEntries(
            Map.entry(
                    "a service depends on events and the starter, and never on another service", "KnowsAnotherService"),
            Map.entry("a feature knows no framework, no adapter and no wiring", "SpringInAFeature"),
            Map.entry("features form no cycle", "HalfOfACycle"),
            Map.entry("only store adapters speak to MongoDB", "WebThatSpeaksMongo"),
            Map.entry("only messaging adapters speak to Kafka", "StoreThatSpeaksKafka"),
            Map.entry("only web adapters speak HTTP", "StoreThatSpeaksHttp"),
            Map.entry("only mail adapters speak mail", "WebThatSendsMail"),
            Map.entry("only index adapters speak Lucene", "WebThatSpeaksLucene"),
            Map.entry("a web adapter knows no other adapter", "WebThatKnowsTheStore"),
            Map.entry("a store adapter knows no other adapter", "StoreThatKnowsTheWeb"),
            Map.entry("a messaging adapter knows no other adapter", "MessagingThatKnowsTheStore"),
            Map.entry("a mail adapter knows no other adapter", "MailThatKnowsTheStore"),
            Map.entry("a render adapter knows no other adapter", "RenderThatKnowsTheStore"),
            Map.entry("an index adapter knows no other adapter", "IndexThatKnowsTheStore"),
            Map.entry("the gateway knows neither events nor a service", "KnowsAnotherService"),
            Map.entry("time and identity come from outside", "AsksTheClock"),
            Map.entry("only a Listener, a Relay or Indexes may block", "BlocksInService"),
            Map.entry("who blocks does it with a timeout", "WaitsForEverRelay"),
            Map.entry("nothing is subscribed to and forgotten", "ForgetsWhatItStarted"),
            Map.entry("names say the role", "PostServiceImpl"),
            Map.entry("packages are named by subject", "InAJunkDrawer"),
            Map.entry("fields are final", "CanChange"),
            Map.entry("nothing is injected into a field", "InjectedIntoAField"));

    @TestFactory
    Stream<DynamicTest> everyRuleNamesTheClassThatBreaksIt() {
        return everyRule().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(violations(rule.getValue())).contains(TRIPPED_BY.get(rule.getKey()))));
    }

    @Test
    void everyRuleHasATripwire() {
        assertThat(TRIPPED_BY).containsOnlyKeys(everyRule().keySet());
    }

    @Test
    void aFeatureThatKnowsItsAdapterIsNamedToo() {
        var rule = rule("a feature knows no framework, no adapter and no wiring");

        assertThat(violations(rule)).contains("KnowsItsAdapter");
    }

    @Test
    void aRelayMayBlockAsLongAsItHasATimeout() {
        var rule = rule("only a Listener, a Relay or Indexes may block");

        assertThat(violations(rule)).doesNotContain("WaitsForEverRelay");
    }

    @Test
    void theEventsStandOnNextToNothing() {
        var events = ArchitectureRules.mainClasses("org.vedette.events");

        DependencyRules.eventsStandAlone().check(events);
    }

    @Test
    void aContractThatStandsOnMoreIsRefused() {
        var rule = DependencyRules.standAlone(TRIPWIRES);

        assertThat(violations(rule)).contains("SpringInAFeature");
    }

    private static Map<String, ArchRule> everyRule() {
        var packages = new ServicePackages(TRIPWIRES);
        var rules = new LinkedHashMap<>(ArchitectureRules.rules(packages, false));
        rules.putAll(ArchitectureRules.rules(packages, true));
        return rules;
    }

    private static ArchRule rule(String sentence) {
        return Objects.requireNonNull(everyRule().get(sentence));
    }

    private static String violations(ArchRule rule) {
        return rule.evaluate(CLASSES).getFailureReport().toString();
    }
}
