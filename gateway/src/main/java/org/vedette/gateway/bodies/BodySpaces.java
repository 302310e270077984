package org.vedette.gateway.bodies;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The memory and the disk space that all request bodies share. */
@Component
@EnableConfigurationProperties(BodiesProperties.class)
class BodySpaces {

    private final BodiesProperties properties;
    private final BodySpace memory;
    private final BodySpace disk;

    BodySpaces(BodiesProperties properties, MeterRegistry meters) {
        this.properties = properties;
        this.memory = new BodySpace("memory", properties.memory().toBytes(), meters);
        this.disk = new BodySpace("disk", properties.disk().toBytes(), meters);
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
