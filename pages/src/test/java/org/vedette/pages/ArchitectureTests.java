package org.vedette.pages;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vedette.testsupport.architecture.ArchitectureRules;

class ArchitectureTests {

    @TestFactory
    Stream<DynamicTest> theModuleKeepsTheRules() {
        return ArchitectureRules.ofPages("org.vedette.pages");
    }
}
