package org.vedette.testsupport.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a thread may wait, and what becomes of the errors of a subscription. */
final class BlockingRules {

    static final String MAY_BLOCK = "org.vedette.starter.MayBlock";

    private static final String BASE_SUBSCRIBER = "reactor.core.publisher.BaseSubscriber";

    private BlockingRules() {}

    static Map<String, ArchRule> ofSubscriptions() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("every subscription handles its error", everySubscriptionHandlesItsError());
        rules.put("every subscriber handles its error", everySubscriberHandlesItsError());
        return rules;
    }

    static ArchRule onlyMarkedTypesBlock() {
        return noClasses()
                .that(DescribedPredicate.not(CodeUse.isMarked(MAY_BLOCK)))
                .should()
                .accessTargetWhere(CodeUse.of("a method that blocks", BlockingMethods::contain));
    }

    static ArchRule everyWaitHasATimeout() {
        return noClasses()
                .should()
                .accessTargetWhere(
                        CodeUse.of("a method that blocks without a timeout", BlockingMethods::containWithoutTimeout));
    }

    /**
     * Reactor hands the error of a subscription without an error consumer to a global hook, where it is logged without
     * saying what failed, and the work stops.
     */
    private static ArchRule everySubscriptionHandlesItsError() {
        return noClasses().should().accessTargetWhere(CodeUse.of("a subscribe() without an error consumer", target -> {
            var parameters = target.getRawParameterTypes();
            var onlyValues =
                    parameters.size() == 1 && parameters.get(0).isEquivalentTo(java.util.function.Consumer.class);
            return BlockingMethods.isReactor(target)
                    && target.getName().equals("subscribe")
                    && (parameters.isEmpty() || onlyValues);
        }));
    }

    private static ArchRule everySubscriberHandlesItsError() {
        return classes().that().areAssignableTo(BASE_SUBSCRIBER).should(declareHookOnError());
    }

    private static ArchCondition<JavaClass> declareHookOnError() {
        return new ArchCondition<>("declare hookOnError") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var declares = type.getMethods().stream()
                        .anyMatch(method -> method.getName().equals("hookOnError"));
                events.add(
                        new SimpleConditionEvent(type, declares, type.getName() + " ignores the errors it receives"));
            }
        };
    }
}
