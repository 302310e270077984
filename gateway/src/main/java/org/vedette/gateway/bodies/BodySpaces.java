package org.vedette.gateway.bodies;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.vedette.gateway.files.InvalidFileException;
import reactor.core.publisher.Mono;

/** The memory and the disk space that all request bodies share. */
@Component
@EnableConfigurationProperties(BodiesProperties.class)
class BodySpaces {

    private static final Logger log = LoggerFactory.getLogger(BodySpaces.class);

    private final BodiesProperties properties;
    private final BodySpace memory;
    private final BodySpace disk;

    BodySpaces(BodiesProperties properties, MeterRegistry meters) {
        this.properties = properties;
        this.memory = new BodySpace("memory", properties.memory().toBytes(), meters);
        this.disk = new BodySpace("disk", properties.disk().toBytes(), meters);
        prepare(properties.directory());
        warnOfLittleSpace();
    }

    private static void prepare(Path directory) {
        try {
            Files.delete(Files.createTempFile(Files.createDirectories(directory), "vedette-body", null));
        } catch (IOException e) {
            throw new InvalidFileException(
                    "The directory of request bodies, %s, cannot be used: %s.".formatted(directory, e),
                    "Make it writable for the gateway, or name another one in VEDETTE_BODIES_DIRECTORY.");
        }
    }

    private void warnOfLittleSpace() {
        try {
            var free = Files.getFileStore(properties.directory()).getUsableSpace();
            if (free < properties.disk().toBytes()) {
                log.warn(
                        "Request bodies may take {} MB in {}, which has {} MB free: requests with large bodies will fail with 507. "
                                + "Give it more space, name another directory in VEDETTE_BODIES_DIRECTORY, or lower "
                                + "VEDETTE_BODIES_DISK",
                        properties.disk().toMegabytes(),
                        properties.directory(),
                        DataSize.ofBytes(free).toMegabytes());
            }
        } catch (IOException e) {
            log.warn("The free space of {} is not known: {}", properties.directory(), e.toString());
        }
    }

    /** Tells the operator, whom a client cannot tell. */
    void recordFailure(IOException failure) {
        log.error(
                "A request body could not be written to {}, which VEDETTE_BODIES_DIRECTORY names: {}",
                properties.directory(),
                failure.toString());
    }

    /** Size of a body above which it waits in a file. */
    long maxInMemory() {
        return properties.inMemory().toBytes();
    }

    BodySpace memory() {
        return memory;
    }

    BodySpace disk() {
        return disk;
    }

    Mono<BodyFile> openFile() {
        return BodyFile.open(properties.directory());
    }
}
