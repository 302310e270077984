package org.vedette.acceptance.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vedette.acceptance.delivery.Checkout;

/** A version is written once: as a property of the parent pom. */
class VersionsTests {

    private static final Pattern PARENT = Pattern.compile("<parent>.*?</parent>", Pattern.DOTALL);
    private static final Pattern ENFORCED = Pattern.compile("<rules>.*?</rules>", Pattern.DOTALL);

    @ParameterizedTest
    @MethodSource
    void aModuleWritesNoVersion(String module) {
        assertThat(versions(Checkout.here().text(module + "/pom.xml")))
                .allMatch(version -> version.equals("${project.version}") || isPropertyOfParent(version));
    }

    private static boolean isPropertyOfParent(String version) {
        return version.matches("\\$\\{[a-z0-9.-]+}")
                && Checkout.here().text("pom.xml").contains("<" + version.substring(2, version.length() - 1) + ">");
    }

    static Stream<String> aModuleWritesNoVersion() {
        return found("<module>([^<]+)</module>", Checkout.here().text("pom.xml")).stream();
    }

    @Test
    void theParentNamesEveryVersionByAProperty() {
        var own = found(
                "<artifactId>vedette</artifactId>\\s*<version>([^<]+)",
                Checkout.here().text("pom.xml"));

        assertThat(versions(Checkout.here().text("pom.xml")))
                .allSatisfy(version -> assertThat(version.startsWith("${") || own.contains(version))
                        .as(version)
                        .isTrue());
    }

    private static List<String> versions(String pom) {
        var withoutParent = PARENT.matcher(pom).replaceAll("");
        return found(
                "<version>([^<]*)</version>", ENFORCED.matcher(withoutParent).replaceAll(""));
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
