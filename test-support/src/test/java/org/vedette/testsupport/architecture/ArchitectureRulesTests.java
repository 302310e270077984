package org.vedette.testsupport.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule has tripwires: classes that break it, and that the rule must name. */
class ArchitectureRulesTests {

    private static final String TRIPWIRES = "org.vedette.testsupport.architecture.tripwire";
    private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(TRIPWIRES);

    private static final String MAY_BLOCK = "only a type marked @MayBlock blocks";
    private static final String HAS_TIMEOUT = "every wait has a timeout";
    private static final String SUBSCRIPTIONS = "every subscription handles its error";
    private static final String TIME = "time and identity come from outside";
    private static final String FIELDS = "a field is final, volatile, guarded by a lock or confined to a thread";
    private static final String SCHEDULERS = "a scheduler ends with its context";
    private static final String VALUES = "settings come from a properties record, never from @Value";
    private static final String FEATURES = "a feature knows no framework, no adapter and no wiring";
    private static final String CYCLES = "packages form no cycle";

    private static final Map<String, List<String>> TRIPPED_BY = Map.ofEntries(
            Map.entry(
                    "a service depends on events, the starter and pages, never on another service",
                    List.of("KnowsAnotherService")),
            Map.entry("the gateway knows neither events nor a service", List.of("KnowsAnotherService")),
            Map.entry("the starter knows no event, no domain type and no service", List.of("KnowsAnotherService")),
            Map.entry(FEATURES, List.of("SpringInAFeature", "KnowsItsAdapter", "UsesTheStarter")),
            Map.entry(
                    CYCLES, List.of("publishing.HalfOfACycle", "archive.FirstHalfOfAnInnerCycle", "months.SecondHalf")),
            Map.entry("only store adapters speak to MongoDB", List.of("WebThatSpeaksMongo")),
            Map.entry("only messaging adapters speak to Kafka", List.of("StoreThatSpeaksKafka")),
            Map.entry("only web adapters speak HTTP", List.of("StoreThatSpeaksHttp")),
            Map.entry("only mail adapters speak mail", List.of("WebThatSendsMail")),
            Map.entry("only index adapters speak Lucene", List.of("WebThatSpeaksLucene")),
            Map.entry("a web adapter knows no other adapter", List.of("WebThatKnowsTheStore")),
            Map.entry("a store adapter knows no other adapter", List.of("StoreThatKnowsTheWeb")),
            Map.entry("a messaging adapter knows no other adapter", List.of("MessagingThatKnowsTheStore")),
            Map.entry("a mail adapter knows no other adapter", List.of("MailThatKnowsTheStore")),
            Map.entry("a render adapter knows no other adapter", List.of("RenderThatKnowsTheStore")),
            Map.entry("an index adapter knows no other adapter", List.of("IndexThatKnowsTheStore")),
            Map.entry("a formats adapter knows no other adapter", List.of("FormatsThatKnowTheStore")),
            Map.entry(TIME, List.of("AsksTheClock.now()")),
            Map.entry(MAY_BLOCK, List.of("WaitsInEveryWay")),
            Map.entry(HAS_TIMEOUT, List.of("WaitsForever.event", "WaitsForever.latch", "WaitsInEveryWay.joinsAFuture")),
            Map.entry(SUBSCRIPTIONS, List.of("ForgetsWhatItStarted")),
            Map.entry("every subscriber handles its error", List.of("SubscriberWithoutErrorHook")),
            Map.entry(FIELDS, List.of("CanChange")),
            Map.entry(
                    SCHEDULERS,
                    List.of(
                            "LeavesThreads.<clinit>",
                            "LeavesThreads.beanThatIsNotDisposed",
                            "LeavesThreads.byReference")),
            Map.entry("nothing is injected into a field", List.of("InjectedIntoAField")),
            Map.entry(VALUES, List.of("TakesValues.<init>", "TakesValues.inAParameter", "TakesValues.onAMethod")),
            Map.entry("names say the role", List.of("PostServiceImpl")),
            Map.entry("exceptions end in Exception", List.of("UnknownSlug")),
            Map.entry("controllers end in Controller", List.of("PostPages")),
            Map.entry("configuration is package-private and ends in Configuration", List.of("PublicSetup")),
            Map.entry("packages are named by subject", List.of("InAJunkDrawer")),
            Map.entry("a package holds at most 15 types", List.of("tripwire.publishing holds")));

    @TestFactory
    Stream<DynamicTest> everyRuleNamesTheClassesThatBreakIt() {
        return everyRule().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(violations(rule.getValue())).contains(TRIPPED_BY.get(rule.getKey()))));
    }

    @Test
    void everyRuleHasATripwire() {
        assertThat(TRIPPED_BY).containsOnlyKeys(everyRule().keySet());
    }

    @TestFactory
    Stream<DynamicTest> everyWayToWaitIsNamed() {
        return everyMethodIsNamed(MAY_BLOCK, "WaitsInEveryWay");
    }

    @TestFactory
    Stream<DynamicTest> everySubscriptionThatForgetsItsErrorIsNamed() {
        return everyMethodIsNamed(SUBSCRIPTIONS, "ForgetsWhatItStarted");
    }

    @TestFactory
    Stream<DynamicTest> everyQuestionToTheMachineIsNamed() {
        return everyMethodIsNamed(TIME, "AsksTheClock");
    }

    @ParameterizedTest
    @CsvSource({
        MAY_BLOCK + ", WaitsWithTimeout",
        MAY_BLOCK + ", WaitsForever",
        MAY_BLOCK + ", ReturnsAtOnce",
        HAS_TIMEOUT + ", WaitsWithTimeout",
        SUBSCRIPTIONS + ", HandlesErrors",
        TIME + ", AsksAGivenClock",
        TIME + ", WiringConfiguration",
        "'" + FIELDS + "', ChangesInOneThread",
        SCHEDULERS + ", WiringConfiguration",
        "'" + FIELDS + "', ChangesInTheOpen",
        "'" + FEATURES + "', WaitsWithTimeout",
    })
    void whatIsAllowedIsNotNamed(String rule, String allowed) {
        assertThat(violations(rule(rule))).doesNotContain(allowed);
    }

    @Test
    void aTypeThatStandsOnAFrameworkThroughAnotherIsNotWithoutFramework() {
        var free = StarterTypes.withoutFramework(CLASSES);

        assertThat(CLASSES.stream().filter(free).map(type -> type.getSimpleName()))
                .contains("HonestStore", "KnowsItsAdapter")
                .doesNotContain("SpringInAFeature", "UsesTheStarter", "KnowsSpringThroughAnother");
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

    @Test
    void pagesThatStandOnMoreThanViewsAreRefused() {
        var rule = DependencyRules.pagesStandOnViewsAlone(TRIPWIRES);

        assertThat(violations(rule)).contains("SpringInAFeature", "UsesTheStarter", "PagesThatKnowAnEvent");
    }

    private static Stream<DynamicTest> everyMethodIsNamed(String rule, String tripwire) {
        var violations = violations(rule(rule));
        return CLASSES.get(TRIPWIRES + ".publishing." + tripwire).getMethods().stream()
                .filter(method -> !method.getName().startsWith("lambda$"))
                .map(JavaMethod::getName)
                .map(method -> DynamicTest.dynamicTest(
                        method, () -> assertThat(violations).contains(tripwire + "." + method + "(")));
    }

    private static Map<String, ArchRule> everyRule() {
        var packages = new ServicePackages(TRIPWIRES);
        var rules = new LinkedHashMap<>(ArchitectureRules.rules(packages));
        rules.putAll(DependencyRules.forGateway(packages));
        rules.putAll(DependencyRules.forStarter(packages));
        return rules;
    }

    private static ArchRule rule(String sentence) {
        return Objects.requireNonNull(everyRule().get(sentence));
    }

    private static String violations(ArchRule rule) {
        return rule.evaluate(CLASSES).getFailureReport().toString();
    }
}
