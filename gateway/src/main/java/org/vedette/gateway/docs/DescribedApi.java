package org.vedette.gateway.docs;

import java.util.Arrays;
import java.util.Optional;
import org.vedette.starter.openapi.ApiDescription;

/** The services that describe an API, in the order of the page. */
enum DescribedApi {
    CONTENT("feed-service", "/api/feed/openapi.json"),
    POSTS("post-service", ApiDescription.ADDRESS),
    ALERTS("notification-service", ApiDescription.ADDRESS);

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

    /** Where the service has its description. */
    String address() {
        return address;
    }
}
