package org.vedette.acceptance.sources;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.vedette.testsupport.architecture.ArchitectureRules;

/** The modules that are no services, and that cannot run the rules themselves: the rules stand on them. */
class LibraryArchitectureTests {

    @TestFactory
    Stream<DynamicTest> eventsKeepTheRules() {
        return ArchitectureRules.ofLibrary("org.vedette.events");
    }

    @TestFactory
    Stream<DynamicTest> theEmbeddedServersKeepTheRules() {
        return ArchitectureRules.ofLibrary("org.vedette.embedded");
    }

    @TestFactory
    Stream<DynamicTest> standaloneKeepsTheRules() {
        return ArchitectureRules.ofLibrary("org.vedette.standalone");
    }
}
