package org.vedette.gateway;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vedette.testsupport.architecture.ArchitectureRules;

class ArchitectureTests {

    @TestFactory
    Stream<DynamicTest> theGatewayKeepsTheRules() {
        return ArchitectureRules.of("org.vedette.gateway");
    }
}
