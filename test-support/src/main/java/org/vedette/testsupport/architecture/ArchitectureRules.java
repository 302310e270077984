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
    private static final String STARTER = "org.vedette.starter";

    private ArchitectureRules() {}

    /**
     * The rules of one service as dynamic tests.
     *
     * @param root root package of the service, such as {@code org.vedette.post}
     */
    public static Stream<DynamicTest> of(String root) {
        return tests(rules(new ServicePackages(root)), root);
    }

    /**
     * The rules that need no layout of a service, for a module that is none, as dynamic tests.
     *
     * @param root root package of the module, such as {@code org.vedette.embedded}
     */
    public static Stream<DynamicTest> ofLibrary(String root) {
        return tests(libraryRules(), root);
    }

    /** The rules of the module of pages, as dynamic tests. */
    public static Stream<DynamicTest> ofPages(String root) {
        var rules = libraryRules();
        rules.put("pages stand on view records and JTE alone", DependencyRules.pagesStandOnViewsAlone(root));
        return tests(rules, root);
    }

    static Map<String, ArchRule> rules(ServicePackages packages) {
        return switch (packages.root()) {
            case GATEWAY -> withCodeRules(packages, DependencyRules.forGateway(packages));
            case STARTER -> withCodeRules(packages, DependencyRules.forStarter(packages));
            default -> withCodeRules(packages, DependencyRules.forService(packages));
        };
    }

    private static Map<String, ArchRule> withCodeRules(
            ServicePackages packages, Map<String, ArchRule> dependencyRules) {
        var rules = new LinkedHashMap<>(dependencyRules);
        rules.put("only a type marked @MayBlock blocks", BlockingRules.onlyMarkedTypesBlock());
        rules.put("every wait has a timeout", BlockingRules.everyWaitHasATimeout());
        rules.put("time and identity come from outside", CodeRules.timeAndIdentityComeFromOutside(packages));
        rules.putAll(libraryRules());
        return rules;
    }

    private static Map<String, ArchRule> libraryRules() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put("packages form no cycle", DependencyRules.packagesFormNoCycle());
        rules.putAll(BlockingRules.ofSubscriptions());
        rules.putAll(CodeRules.ofState());
        rules.putAll(NamingRules.all());
        return rules;
    }

    private static Stream<DynamicTest> tests(Map<String, ArchRule> rules, String root) {
        var classes = mainClasses(root);
        return rules.entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> check(rule.getValue(), classes)));
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
