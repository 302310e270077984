package org.vedette.testsupport.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Predicates about the methods and constructors a class uses, and about the annotations that allow it to. */
final class CodeUse {

    private CodeUse() {}

    /** Matches calls and method references alike: {@code Instant.now()} and {@code Instant::now}. */
    static DescribedPredicate<JavaAccess<?>> of(String description, Predicate<CodeUnitAccessTarget> test) {
        return DescribedPredicate.describe(
                description, access -> access.getTarget() instanceof CodeUnitAccessTarget target && test.test(target));
    }

    /** Matches a type that has the annotation, and what is nested in such a type. */
    static DescribedPredicate<JavaClass> isMarked(String annotation) {
        return DescribedPredicate.describe(
                "annotated with " + annotation,
                type -> Stream.iterate(
                                type,
                                next -> next != null,
                                next -> next.getEnclosingClass().orElse(null))
                        .anyMatch(next -> next.isMetaAnnotatedWith(annotation)));
    }
}
