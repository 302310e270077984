package org.vedette.testsupport.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the code of a service may do and how its parts are called. */
final class CodeRules {

    private static final Pattern REFUSED_NAMES = Pattern.compile(".*(Impl|Utils?|Helper|Manager|Dto|DTO|Vo|VO)");
    private static final Pattern MAY_BLOCK = Pattern.compile(".*(Listener|Relay|Indexes)");
    private static final Set<String> REFUSED_PACKAGES = Set.of("common", "util", "shared", "dto", "model", "impl");
    private static final Set<String> BLOCKING =
            Set.of("block", "blockFirst", "blockLast", "blockOptional", "toIterable", "toStream");
    private static final Set<String> WAITING = Set.of("get", "join");
    private static final Set<String> OF_THE_MACHINE = Set.of(
            "java.time.Instant.now",
            "java.time.LocalDate.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.ZoneId.systemDefault",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.lang.System.currentTimeMillis",
            "java.util.UUID.randomUUID",
            "java.util.Date.<init>");

    private CodeRules() {}

    static Map<String, ArchRule> all(ServicePackages packages) {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("time and identity come from outside", timeAndIdentityComeFromOutside(packages));
        rules.put("only a Listener, a Relay or Indexes may block", onlyTheEdgesBlock());
        rules.put("who blocks does it with a timeout", whoBlocksHasATimeout());
        rules.put("nothing is subscribed to and forgotten", nothingIsForgotten());
        rules.put("names say the role", namesSayTheRole());
        rules.put("packages are named by subject", packagesAreNamedBySubject());
        rules.put("fields are final", fieldsAreFinal());
        rules.put("nothing is injected into a field", nothingIsInjectedIntoAField());
        return rules;
    }

    private static ArchRule timeAndIdentityComeFromOutside(ServicePackages packages) {
        return noClasses()
                .that(DescribedPredicate.not(packages.isRoot()))
                .should()
                .callCodeUnitWhere(target(calls("the clock or the dice of the machine", CodeRules::asksTheMachine)));
    }

    private static ArchRule onlyTheEdgesBlock() {
        return noClasses()
                .that(DescribedPredicate.not(mayBlock()))
                .should()
                .callCodeUnitWhere(target(calls("something that blocks", CodeRules::blocks)));
    }

    private static ArchRule whoBlocksHasATimeout() {
        return noClasses()
                .that(mayBlock())
                .should()
                .callCodeUnitWhere(target(calls(
                        "a wait without end",
                        call -> blocks(call)
                                && !isSleep(call)
                                && call.getRawParameterTypes().isEmpty())));
    }

    private static ArchRule nothingIsForgotten() {
        return noClasses()
                .that(DescribedPredicate.not(mayBlock()))
                .should()
                .callCodeUnitWhere(target(calls(
                        "subscribe() without a subscriber",
                        call -> isReactor(call)
                                && call.getName().equals("subscribe")
                                && call.getRawParameterTypes().isEmpty())));
    }

    private static ArchRule namesSayTheRole() {
        return noClasses()
                .should(be(DescribedPredicate.<JavaClass>describe(
                        "called by an empty word",
                        type -> REFUSED_NAMES.matcher(type.getSimpleName()).matches())));
    }

    private static ArchRule packagesAreNamedBySubject() {
        return noClasses()
                .should(be(DescribedPredicate.<JavaClass>describe(
                        "in a junk drawer",
                        type -> Arrays.stream(type.getPackageName().split("\\."))
                                .anyMatch(REFUSED_PACKAGES::contains))));
    }

    private static ArchRule fieldsAreFinal() {
        return fields().that()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal();
    }

    private static ArchRule nothingIsInjectedIntoAField() {
        return noFields()
                .should()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .orShould()
                .beAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .orShould()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("jakarta.annotation.Resource");
    }

    private static boolean asksTheMachine(CodeUnitCallTarget call) {
        var asks = OF_THE_MACHINE.contains(call.getOwner().getName() + "." + call.getName());
        return asks && call.getRawParameterTypes().isEmpty();
    }

    private static boolean blocks(CodeUnitCallTarget call) {
        var blocksAStream = isReactor(call) && BLOCKING.contains(call.getName());
        var waitsForAFuture = call.getOwner().isAssignableTo(Future.class) && WAITING.contains(call.getName());
        return isSleep(call) || blocksAStream || waitsForAFuture;
    }

    private static boolean isSleep(CodeUnitCallTarget call) {
        return call.getOwner().isEquivalentTo(Thread.class) && call.getName().equals("sleep");
    }

    private static boolean isReactor(CodeUnitCallTarget call) {
        return call.getOwner().getPackageName().startsWith("reactor.core");
    }

    private static DescribedPredicate<CodeUnitCallTarget> calls(
            String description, Predicate<CodeUnitCallTarget> test) {
        return DescribedPredicate.describe(description, test);
    }

    private static DescribedPredicate<JavaClass> mayBlock() {
        return DescribedPredicate.describe("an edge that may block", type -> {
            var outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return outermost.isAnnotatedWith("org.vedette.starter.MayBlock")
                    || MAY_BLOCK.matcher(outermost.getSimpleName()).matches();
        });
    }
}
