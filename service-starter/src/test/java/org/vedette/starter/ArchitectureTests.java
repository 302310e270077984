package org.vedette.starter;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vedette.testsupport.architecture.ArchitectureRules;

class ArchitectureTests {

    @TestFactory
    Stream<DynamicTest> theStarterKeepsTheRules() {
        return ArchitectureRules.of("org.vedette.starter");
    }
}
