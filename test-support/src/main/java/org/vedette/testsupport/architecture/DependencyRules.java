package org.vedette.testsupport.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Who may know whom. */
final class DependencyRules {

    private static final String STARTER = "starter";
    private static final String PAGES = "pages";

    private static final String[] KNOWN_TO_FEATURES = {
        "java..",
        "org.jspecify..",
        "com.google.errorprone.annotations..",
        "org.slf4j..",
        // What the JDK lacks of Unicode.
        "com.ibm.icu.text..",
        "com.ibm.icu.util..",
        "org.reactivestreams..",
        "reactor.core..",
        "reactor.util..",
        "org.vedette.events..",
        "org.vedette.pages.."
    };

    private DependencyRules() {}

    static Map<String, ArchRule> forService(ServicePackages packages) {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put(
                "a service depends on events, the starter and pages, never on another service",
                noOtherModule(packages, "events", STARTER, PAGES));
        rules.put("a feature knows no framework, no adapter and no wiring", featuresKnowNoFramework(packages));
        rules.put(
                "only store adapters speak to MongoDB",
                onlyIn(packages, "store", resideInAnyPackage("com.mongodb..", "org.bson..")));
        rules.put(
                "only messaging adapters speak to Kafka",
                onlyIn(
                        packages,
                        "messaging",
                        resideInAnyPackage(
                                "org.apache.kafka..", "org.springframework.kafka..", "io.cloudevents.kafka..")));
        rules.put(
                "only web adapters speak HTTP",
                onlyIn(packages, "web", resideInAnyPackage("org.springframework.web..", "org.springframework.http..")));
        rules.put(
                "only mail adapters speak mail",
                onlyIn(
                        packages,
                        "mail",
                        resideInAnyPackage(
                                "jakarta.mail..",
                                "org.eclipse.angus..",
                                "org.springframework.mail..",
                                "org.apache.james.mime4j..")));
        rules.put(
                "only index adapters speak Lucene", onlyIn(packages, "index", resideInAPackage("org.apache.lucene..")));
        ServicePackages.ADAPTERS.forEach(adapter -> rules.put(
                withArticle(adapter) + " adapter knows no other adapter", adaptersStayApart(packages, adapter)));
        return rules;
    }

    private static String withArticle(String adapter) {
        return (adapter.startsWith("i") ? "an " : "a ") + adapter;
    }

    static Map<String, ArchRule> forGateway(ServicePackages packages) {
        return Map.of("the gateway knows neither events nor a service", noOtherModule(packages, STARTER, PAGES));
    }

    static Map<String, ArchRule> forStarter(ServicePackages packages) {
        return Map.of("the starter knows no event, no domain type and no service", noOtherModule(packages));
    }

    /** The contract itself stands on next to nothing. */
    static ArchRule eventsStandAlone() {
        return standAlone("org.vedette.events");
    }

    static ArchRule standAlone(String root) {
        return standOnlyOn(root, "com.fasterxml.jackson.annotation..", "io.cloudevents..");
    }

    /** The look of the pages stands on view records and JTE: no framework, no event, no domain type. */
    static ArchRule pagesStandOnViewsAlone(String root) {
        return standOnlyOn(root, "gg.jte..");
    }

    private static ArchRule standOnlyOn(String root, String... others) {
        var known = Stream.concat(
                Stream.of("java..", root + "..", "org.jspecify..", "com.google.errorprone.annotations.."),
                Stream.of(others));
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known.toArray(String[]::new));
    }

    private static ArchRule noOtherModule(ServicePackages packages, String... allowed) {
        var others =
                resideInAPackage("org.vedette..").and(DescribedPredicate.not(resideInAPackage(packages.everything())));
        for (var module : allowed) {
            others = others.and(DescribedPredicate.not(resideInAPackage("org.vedette." + module + "..")));
        }
        return noClasses().should().dependOnClassesThat(others.as("other modules of Vedette"));
    }

    private static ArchRule featuresKnowNoFramework(ServicePackages packages) {
        var known =
                resideInAnyPackage(KNOWN_TO_FEATURES).or(packages.isFeature()).or(StarterTypes.withoutFramework());
        return classes().that(packages.isFeature()).should().onlyDependOnClassesThat(known.or(primitives()));
    }

    static ArchRule packagesFormNoCycle() {
        return classes().should(new BeFreeOfPackageCycles());
    }

    private static ArchRule onlyIn(
            ServicePackages packages, String adapter, DescribedPredicate<? super JavaClass> technology) {
        return noClasses()
                .that(DescribedPredicate.not(packages.isAdapter(adapter)))
                .should()
                .dependOnClassesThat(technology);
    }

    private static ArchRule adaptersStayApart(ServicePackages packages, String adapter) {
        return noClasses()
                .that(packages.isAdapter(adapter))
                .should()
                .dependOnClassesThat(packages.isAnotherAdapterThan(adapter));
    }

    private static DescribedPredicate<JavaClass> primitives() {
        return DescribedPredicate.describe(
                "primitives",
                type -> type.isPrimitive() || type.getBaseComponentType().isPrimitive());
    }
}
