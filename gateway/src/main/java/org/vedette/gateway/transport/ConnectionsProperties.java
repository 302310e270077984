package org.vedette.gateway.transport;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Timeouts and buffers of connections, and of the streams of HTTP/2.
 *
 * @param writeTimeout how long a client may leave a response unread before its connection is closed, or its stream reset.
 *     Default 20 s
 * @param sendBuffer memory of the operating system for bytes that a client has not read, for each connection; a client that
 *     takes less than about a third of it within the write timeout counts as one that does not read. Default 256 KB
 * @param bodyRate bytes a second that keep a request alive when it is still arriving after the timeout for bodies. Default
 *     32 KB
 */
@Validated
@ConfigurationProperties("vedette.gateway.connections")
public record ConnectionsProperties(
        @DefaultValue("20s") @NotNull Duration writeTimeout,
        @DefaultValue("256KB") @NotNull DataSize sendBuffer,
        @DefaultValue("32KB") @NotNull DataSize bodyRate) {}
