package org.vedette.testsupport.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The rules of the house, each under the sentence it enforces. */
public final class ArchitectureRules {

    private static final String GATEWAY = "org.vedette.gateway";

    private ArchitectureRules() {}

    /**
     * The rules of one service as dynamic tests.
     *
     * @param root root package of the service, such as {@code org.vedette.post}
     */
    public static Stream<DynamicTest> of(String root) {
        var classes = mainClasses(root);
        return rules(new ServicePackages(root), root.equals(GATEWAY)).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> check(rule.getValue(), classes)));
    }

    static Map<String, ArchRule> rules(ServicePackages packages, boolean gateway) {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.putAll(gateway ? DependencyRules.forGateway(packages) : DependencyRules.forService(packages));
        rules.putAll(CodeRules.all(packages));
        return rules;
    }

    static JavaClasses mainClasses(String root) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/views/"))
                .importPackages(root);
    }

    private static void check(ArchRule rule, JavaClasses classes) {
        if (classes.isEmpty()) {
            throw new AssertionError("no classes to check: is the root package right?");
        }
        rule.allowEmptyShould(true).check(classes);
    }
}
