package org.vedette.testsupport.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What the code of a service may hold and where it gets it from. */
final class CodeRules {

    static final String THREAD_CONFINED = "org.vedette.starter.ThreadConfined";

    private static final String GUARDED_BY = "com.google.errorprone.annotations.concurrent.GuardedBy";
    private static final String BEAN = "org.springframework.context.annotation.Bean";
    private static final String CONFIGURATION = "org.springframework.context.annotation.Configuration";
    private static final String SCHEDULERS = "reactor.core.scheduler.Schedulers";
    private static final String VALUE = "org.springframework.beans.factory.annotation.Value";
    private static final String AUTOWIRED = "org.springframework.beans.factory.annotation.Autowired";

    private static final Set<String> ALWAYS_OF_THE_MACHINE = Set.of(
            "java.time.ZoneId.systemDefault",
            "java.time.Clock.system",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.time.Clock.tickMillis",
            "java.time.Clock.tickSeconds",
            "java.time.Clock.tickMinutes",
            "java.util.TimeZone.getDefault",
            "java.util.Calendar.getInstance",
            "java.lang.System.currentTimeMillis",
            "java.util.UUID.randomUUID");

    private CodeRules() {}

    static Map<String, ArchRule> ofState() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("a field is final, volatile, guarded by a lock or confined to a thread", fieldsAreSafe());
        rules.put("a scheduler ends with its context", schedulersEndWithTheirContext());
        rules.put("nothing is injected into a field", nothingIsInjectedIntoAField());
        rules.put("settings come from a properties record, never from @Value", settingsComeFromProperties());
        return rules;
    }

    static ArchRule timeAndIdentityComeFromOutside(ServicePackages packages) {
        return noClasses()
                .that(DescribedPredicate.not(packages.isRoot().or(CodeUse.isMarked(CONFIGURATION))))
                .should()
                .accessTargetWhere(CodeUse.of("the clock or the dice of the machine", CodeRules::asksTheMachine));
    }

    /** The compiler sees to the rest: Error Prone checks {@code @GuardedBy}, and that nothing counts up a volatile field. */
    private static ArchRule fieldsAreSafe() {
        var guarded =
                DescribedPredicate.<JavaField>describe("guarded by a lock", field -> field.isAnnotatedWith(GUARDED_BY));
        var confined = DescribedPredicate.<JavaField>describe(
                "confined to a thread",
                field -> CodeUse.isMarked(THREAD_CONFINED).test(field.getOwner()));
        return fields().that()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .and()
                .doNotHaveModifier(JavaModifier.VOLATILE)
                .and(DescribedPredicate.not(guarded))
                .and(DescribedPredicate.not(confined))
                .should()
                .beFinal();
    }

    /** Spring closes what has a {@code close()}; a scheduler has {@code dispose()}, and its threads would outlive the service. */
    private static ArchRule schedulersEndWithTheirContext() {
        return noClasses()
                .should()
                .accessTargetWhere(DescribedPredicate.describe(
                        "a scheduler that nothing disposes",
                        access -> access.getTarget() instanceof CodeUnitAccessTarget target
                                && target.getOwner().getName().equals(SCHEDULERS)
                                && target.getName().startsWith("new")
                                && !isDisposedBean(access.getOrigin())));
    }

    private static boolean isDisposedBean(JavaCodeUnit code) {
        return code.tryGetAnnotationOfType(BEAN)
                .flatMap(bean -> bean.get("destroyMethod"))
                .filter("dispose"::equals)
                .isPresent();
    }

    private static ArchRule nothingIsInjectedIntoAField() {
        return noFields()
                .should()
                .beAnnotatedWith(AUTOWIRED)
                .orShould()
                .beAnnotatedWith(VALUE)
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource");
    }

    private static ArchRule settingsComeFromProperties() {
        return codeUnits().should(new ArchCondition<JavaCodeUnit>("have no @Value") {
            @Override
            public void check(JavaCodeUnit code, ConditionEvents events) {
                var hasValue = code.isMetaAnnotatedWith(VALUE)
                        || code.getParameters().stream().anyMatch(parameter -> parameter.isMetaAnnotatedWith(VALUE));
                events.add(new SimpleConditionEvent(code, !hasValue, code.getFullName() + " has @Value"));
            }
        });
    }

    private static boolean asksTheMachine(CodeUnitAccessTarget target) {
        return ALWAYS_OF_THE_MACHINE.contains(target.getOwner().getName() + "." + target.getName())
                || asksForNow(target)
                || makesACurrentDate(target);
    }

    private static boolean asksForNow(CodeUnitAccessTarget target) {
        return target.getOwner().getPackageName().startsWith("java.time")
                && target.getName().equals("now")
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static boolean makesACurrentDate(CodeUnitAccessTarget target) {
        return target.getOwner().isEquivalentTo(java.util.Date.class)
                && target.getName().equals("<init>")
                && target.getRawParameterTypes().isEmpty();
    }
}
