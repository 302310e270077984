package org.vedette.acceptance.delivery;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Resources of operators, by schemas of the fields that are used here: the definitions of the operators are larger than everything else
 * here, and forgive what they do not know.
 */
final class CustomResourceSchema {

    private static final Set<String> KINDS = Set.of(
            "HTTPRoute",
            "Certificate",
            "TriggerAuthentication",
            "ScaledObject",
            "KafkaTopic",
            "KafkaUser",
            "PodMonitor",
            "PrometheusRule",
            "ExternalSecret");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private CustomResourceSchema() {}

    static boolean knows(String kind) {
        return KINDS.contains(kind);
    }

    static Stream<String> faults(Node manifest) {
        return SCHEMAS
                .computeIfAbsent(manifest.at("kind").text(), CustomResourceSchema::schema)
                .validate(JSON.writeValueAsString(manifest.value()), InputFormat.JSON)
                .stream()
                .map(error -> manifest.where() + ": " + error.getInstanceLocation() + " " + error.getMessage());
    }

    private static Schema schema(String kind) {
        var text = Checkout.here().text("acceptance-tests/src/test/resources/custom-resources/" + kind + ".json");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text, InputFormat.JSON);
    }
}
