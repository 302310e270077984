package org.vedette.gateway.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.util.unit.DataSize;
import org.vedette.gateway.files.InvalidFileException;
import org.vedette.starter.problems.ProblemException;

class ReceivedBodyTests {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void whatArrivesAfterTheClientDisconnectedTakesNoSpace(@TempDir Path directory) {
        var properties =
                new BodiesProperties(DataSize.ofBytes(10), DataSize.ofBytes(100), DataSize.ofBytes(1_000), directory);
        var body = new ReceivedBody(new BodySpaces(properties, meters), DataSize.ofBytes(500), 0);
        append(body, 50);

        body.release();
        append(body, 50);

        assertThat(meters.get("vedette.gateway.bodies.bytes").gauges())
                .hasSize(2)
                .extracting(Gauge::value)
                .containsOnly(0.0);
    }

    @Test
    void whatIsDeclaredIsReservedBeforeItArrivesSoThatBodiesDoNotStarveOneAnother(@TempDir Path directory) {
        var spaces = new BodySpaces(
                new BodiesProperties(DataSize.ofBytes(10), DataSize.ofBytes(100), DataSize.ofBytes(1_000), directory),
                meters);
        var first = new ReceivedBody(spaces, DataSize.ofBytes(900), 800);
        var second = new ReceivedBody(spaces, DataSize.ofBytes(900), 300);
        append(first, 50);

        assertThat(problemOf(second, 50)).isEqualTo("urn:vedette:problem:too-many-uploads");
        second.release();
        append(first, 750);

        assertThat(first.size()).isEqualTo(800);
        first.release();
        assertThat(onDisk()).isZero();
    }

    @Test
    void aDiskThatCannotBeWrittenIsAnsweredWith507AndNothingIsLeft(@TempDir Path directory) throws IOException {
        var gone = Files.createDirectory(directory.resolve("gone"));
        var spaces = new BodySpaces(
                new BodiesProperties(DataSize.ofBytes(10), DataSize.ofBytes(100), DataSize.ofBytes(1_000), gone),
                meters);
        Files.delete(gone);
        var body = new ReceivedBody(spaces, DataSize.ofBytes(500), 0);

        assertThat(problemOf(body, 50)).isEqualTo("urn:vedette:problem:insufficient-storage");

        body.release();
        assertThat(onDisk()).isZero();
    }

    @Test
    void aDirectoryThatCannotBeUsedPreventsTheStart(@TempDir Path directory) throws IOException {
        var file = Files.writeString(directory.resolve("file"), "");
        var properties = new BodiesProperties(
                DataSize.ofBytes(10), DataSize.ofBytes(100), DataSize.ofBytes(1_000), file.resolve("below"));

        assertThatThrownBy(() -> new BodySpaces(properties, meters))
                .isInstanceOfSatisfying(
                        InvalidFileException.class,
                        failure -> assertThat(failure.action()).contains("VEDETTE_BODIES_DIRECTORY"));
    }

    private double onDisk() {
        return meters.get("vedette.gateway.bodies.bytes")
                .tag("area", "disk")
                .gauge()
                .value();
    }

    private static String problemOf(ReceivedBody body, int bytes) {
        var appended = body.append(DefaultDataBufferFactory.sharedInstance.wrap(new byte[bytes]));
        var failure = catchThrowableOfType(ProblemException.class, () -> appended.block(TIMEOUT));
        return failure.problem().type().uri().toString();
    }

    private static void append(ReceivedBody body, int bytes) {
        body.append(DefaultDataBufferFactory.sharedInstance.wrap(new byte[bytes]))
                .block(TIMEOUT);
    }
}
