package org.vedette.testsupport.architecture;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Names every dependency on a package that leads back to the one it starts from. ArchUnit's own rule for slices reports
 * some cycles only when others are mended.
 */
final class BeFreeOfPackageCycles extends ArchCondition<JavaClass> {

    private final Map<String, Set<String>> reachable = new HashMap<>();

    BeFreeOfPackageCycles() {
        super("be free of cycles between packages");
    }

    @Override
    public void init(Collection<JavaClass> all) {
        var neighbours = all.stream()
                .collect(groupingBy(
                        JavaClass::getPackageName,
                        flatMapping(type -> toOtherPackages(type).map(BeFreeOfPackageCycles::target), toSet())));
        neighbours.keySet().forEach(start -> reachable.put(start, reachableFrom(start, neighbours)));
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        toOtherPackages(type)
                .filter(dependency ->
                        reachable.getOrDefault(target(dependency), Set.of()).contains(type.getPackageName()))
                .forEach(dependency -> events.add(SimpleConditionEvent.violated(
                        type, "Part of a cycle between packages: " + dependency.getDescription())));
    }

    private static Stream<Dependency> toOtherPackages(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(dependency -> !target(dependency).equals(type.getPackageName()));
    }

    private static Set<String> reachableFrom(String start, Map<String, Set<String>> neighbours) {
        var found = new HashSet<String>();
        var open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            neighbours.getOrDefault(open.remove(), Set.of()).stream()
                    .filter(found::add)
                    .forEach(open::add);
        }
        return found;
    }

    private static String target(Dependency dependency) {
        return dependency.getTargetClass().getPackageName();
    }
}
