package org.vedette.testsupport.architecture;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How types and packages are called, and how many types share a package. */
final class NamingRules {

    static final int MOST_TYPES_IN_A_PACKAGE = 15;

    private static final Pattern REFUSED_NAMES = Pattern.compile(".*(Impl|Utils?|Helper|Manager|Dto|DTO|Vo|VO)");
    private static final Set<String> REFUSED_PACKAGES = Set.of("common", "util", "shared", "dto", "model", "impl");

    private NamingRules() {}

    static Map<String, ArchRule> all() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("names say the role", namesSayTheRole());
        rules.put("exceptions end in Exception", exceptionsEndInException());
        rules.put("controllers end in Controller", controllersEndInController());
        rules.put("configuration is package-private and ends in Configuration", configurationIsPackagePrivate());
        rules.put("packages are named by subject", packagesAreNamedBySubject());
        rules.put("a package holds at most " + MOST_TYPES_IN_A_PACKAGE + " types", packagesAreSmall());
        return rules;
    }

    private static ArchRule namesSayTheRole() {
        return noClasses()
                .should(be(DescribedPredicate.<JavaClass>describe(
                        "called by an empty word",
                        type -> REFUSED_NAMES.matcher(type.getSimpleName()).matches())));
    }

    private static ArchRule exceptionsEndInException() {
        return classes()
                .that()
                .areAssignableTo(Throwable.class)
                .and()
                .areNotAnonymousClasses()
                .should()
                .haveSimpleNameEndingWith("Exception");
    }

    private static ArchRule controllersEndInController() {
        return classes()
                .that()
                .areMetaAnnotatedWith("org.springframework.stereotype.Controller")
                .should()
                .haveSimpleNameEndingWith("Controller");
    }

    private static ArchRule configurationIsPackagePrivate() {
        return classes()
                .that()
                .areAnnotatedWith("org.springframework.context.annotation.Configuration")
                .should()
                .haveSimpleNameEndingWith("Configuration")
                .andShould()
                .bePackagePrivate();
    }

    private static ArchRule packagesAreNamedBySubject() {
        return noClasses()
                .should(be(DescribedPredicate.<JavaClass>describe(
                        "in a junk drawer",
                        type -> Arrays.stream(type.getPackageName().split("\\."))
                                .anyMatch(REFUSED_PACKAGES::contains))));
    }

    private static ArchRule packagesAreSmall() {
        return classes().that().areTopLevelClasses().should(new ArchCondition<>("share a package with few others") {
            @Override
            public void init(Collection<JavaClass> all) {
                counts = all.stream()
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
            }

            private Map<String, Long> counts = Map.of();

            @Override
            public void check(JavaClass type, ConditionEvents events) {}

            @Override
            public void finish(ConditionEvents events) {
                counts.forEach((name, count) -> events.add(new SimpleConditionEvent(
                        name, count <= MOST_TYPES_IN_A_PACKAGE, name + " holds " + count + " types")));
            }
        });
    }
}
