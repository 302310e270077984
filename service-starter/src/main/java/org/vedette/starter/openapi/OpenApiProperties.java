package org.vedette.starter.openapi;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The words of the OpenAPI description of a service. With a title, the service serves one.
 *
 * @param title name of the API
 * @param description what it is for
 * @param operations summary of each operation, by method and path, such as {@code GET /api/posts}. Default none
 */
@ConfigurationProperties("vedette.openapi")
record OpenApiProperties(
        @DefaultValue("") String title,
        @DefaultValue("") String description,
        @DefaultValue Map<String, String> operations) {

    OpenApiProperties {
        operations = Map.copyOf(operations);
    }
}
