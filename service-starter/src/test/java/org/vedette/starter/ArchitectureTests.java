package org.vedette.starter;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

    @Test
    void theStarterKnowsNoOtherModuleOfVedette() {
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.vedette.starter");

        noClasses()
                .that()
                .resideInAPackage("org.vedette.starter..")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("org.vedette..")
                        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("org.vedette.starter.."))))
                .check(classes);
    }
}
