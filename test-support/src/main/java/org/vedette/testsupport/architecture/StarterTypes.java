package org.vedette.testsupport.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The types of the starter that a feature may know: annotations, and whatever stands on the JDK, Reactor and other such
 * types alone. Computed from what each type depends on, so that nobody keeps a list.
 */
final class StarterTypes {

    private static final Set<String> PLAIN = Set.of(
            "java.",
            "org.jspecify.",
            "com.google.errorprone.annotations.",
            "org.slf4j.",
            "org.reactivestreams.",
            "reactor.core.",
            "reactor.util.");

    private StarterTypes() {}

    static DescribedPredicate<JavaClass> withoutFramework() {
        return withoutFramework(new ClassFileImporter().importPackages("org.vedette.starter"));
    }

    static DescribedPredicate<JavaClass> withoutFramework(JavaClasses starter) {
        var free = starter.stream().collect(Collectors.toCollection(HashSet::new));
        while (free.removeIf(type -> !standsOn(type, isPlain().or(free::contains)))) {
            // Each round removes the types that stand on one removed before.
        }
        var names = free.stream().map(JavaClass::getName).collect(Collectors.toSet());
        return DescribedPredicate.describe("types that need no framework", type -> names.contains(type.getName()));
    }

    private static boolean standsOn(JavaClass type, Predicate<JavaClass> known) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .allMatch(target -> target.isPrimitive() || known.test(target));
    }

    private static Predicate<JavaClass> isPlain() {
        return type -> PLAIN.stream().anyMatch(type.getName()::startsWith);
    }
}
