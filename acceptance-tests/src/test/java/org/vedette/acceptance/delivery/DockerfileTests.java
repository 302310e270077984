package org.vedette.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DockerfileTests {

    private final String dockerfile = Checkout.here().text("Dockerfile");

    @Test
    void everyModuleOfTheReactorIsThere() {
        var modules = found("<module>([^<]+)</module>", Checkout.here().text("pom.xml"));

        assertThat(found("COPY (\\S+)/pom\\.xml", dockerfile)).containsExactlyInAnyOrderElementsOf(modules);
    }

    @Test
    void theServiceRunsAsAUserWithoutRights() {
        assertThat(found("(?m)^USER (\\S+)", dockerfile)).isNotEmpty().allMatch(user -> user.equals("10001:10001"));
    }

    /** In shell form, a shell would get the signal to stop and keep it to itself. */
    @Test
    void theSignalToStopArrives() {
        assertThat(found("(?m)^(?:ENTRYPOINT|CMD) (.)", dockerfile))
                .isNotEmpty()
                .allMatch(first -> first.equals("["));
    }

    @Test
    void theHealthCheckIsOurOwn() {
        assertThat(found("HEALTHCHECK .*CMD (.+)", dockerfile)).containsExactly("[\"healthcheck\"]");
    }

    @Test
    void everyBaseImageHasItsVersion() {
        assertThat(found("(?m)^ARG [A-Z]+_IMAGE=(\\S+)", dockerfile))
                .isNotEmpty()
                .allMatch(image -> image.matches("\\S+:\\d\\S+"));
        assertThat(found("(?m)^FROM (\\S+)", dockerfile)).isNotEmpty().allMatch(image -> image.endsWith("_IMAGE}"));
    }

    /** What the parts of a JVM may take together is less than its container has, or the container is killed. */
    @Test
    void theMemoryOfTheJvmFitsIntoHalfAGibibyte() {
        var limit = 512.0;
        var heap = limit * number("MaxRAMPercentage=(\\d+)") / 100;
        var others = number("MaxDirectMemorySize=(\\d+)m")
                + number("MaxMetaspaceSize=(\\d+)m")
                + number("ReservedCodeCacheSize=(\\d+)m");

        assertThat(heap + others).isLessThanOrEqualTo(limit - 32);
    }

    /** A cache that does not fit the program or its options is ignored in silence. */
    @Test
    void theAotCacheIsMadeWithTheCollectorItIsUsedWith() {
        assertThat(found("-XX:\\+Use(\\w+)GC", dockerfile)).containsExactly("Serial");
        assertThat(found("-XX:\\+Use(\\w+)GC", Checkout.here().text("docker/train")))
                .containsExactly("Serial");
        assertThat(found("(?m)^STOPSIGNAL (\\S+)", dockerfile)).containsExactly("SIGTERM");
    }

    private int number(String regex) {
        return Integer.parseInt(found(regex, dockerfile).get(0));
    }

    @Test
    void noFrontEndIsFetchedToReadTheFile() {
        assertThat(dockerfile.lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).doesNotContain("syntax="));
    }

    @Test
    void whatIsCopiedIsNotIgnored() {
        var copied = dockerfile
                .lines()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                .map(line -> List.of(line.replaceFirst("COPY (--\\S+ )*", "").split(" "))
                        .get(0));
        var kept = Stream.of("docker/", "pom.xml", "[^/]+/pom.xml", "[^/]+/src\\*?");

        var patterns = kept.map(Pattern::compile).toList();
        assertThat(copied)
                .isNotEmpty()
                .allMatch(file -> patterns.stream()
                        .anyMatch(pattern -> pattern.matcher(file).lookingAt()));
    }

    private static List<String> found(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
