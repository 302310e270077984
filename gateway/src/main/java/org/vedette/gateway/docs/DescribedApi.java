package org.vedette.gateway.docs;

import java.util.Arrays;
import java.util.Optional;
import org.vedette.starter.openapi.ApiDescription;

/** The APIs that are described, in the order of the page. */
enum DescribedApi {
    CONTENT("feed-service", "/api/feed/openapi.json"),
    POSTS("post-service", ApiDescription.ADDRESS),
    ALERTS("notification-service", ApiDescription.ADDRESS),
    /** In a file, because most of what the gateway answers itself are pages. */
    GATEWAY("gateway", "/openapi/gateway.json");

    private final String service;
    private final String address;

    DescribedApi(String service, String address) {
        this.service = service;
        this.address = address;
    }

    static Optional<DescribedApi> of(String service) {
        return Arrays.stream(values())
                .filter(described -> described.service.equals(service))
                .findFirst();
    }

    String service() {
        return service;
    }

    boolean isOwn() {
        return this == GATEWAY;
    }

    /** Where the service has its description, or the class path. */
    String address() {
        return address;
    }
}
