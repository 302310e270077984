package org.vedette.acceptance.delivery;

import com.google.gson.annotations.SerializedName;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Kubernetes API as its official client models it. Unlike the client it forgives nothing: a field nobody knows, one
 * that is missing, a number where text belongs, a word the API does not have.
 */
final class KubernetesSchema {

    private static final String MODELS = "io.kubernetes.client.openapi.models.V";

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("Namespace", "v1"),
            Map.entry("ServiceAccount", "v1"),
            Map.entry("Service", "v1"),
            Map.entry("ConfigMap", "v1"),
            Map.entry("Secret", "v1"),
            Map.entry("PersistentVolumeClaim", "v1"),
            Map.entry("Deployment", "apps/v1"),
            Map.entry("StatefulSet", "apps/v1"),
            Map.entry("CronJob", "batch/v1"),
            Map.entry("HorizontalPodAutoscaler", "autoscaling/v2"),
            Map.entry("PodDisruptionBudget", "policy/v1"),
            Map.entry("Ingress", "networking.k8s.io/v1"),
            Map.entry("NetworkPolicy", "networking.k8s.io/v1"));

    /** Words that are plain text to the client's models, and a closed list to the server. */
    private static final Map<String, Set<String>> WORDS = Map.ofEntries(
            Map.entry("V1DeploymentStrategy.type", Set.of("RollingUpdate", "Recreate")),
            Map.entry("V1SeccompProfile.type", Set.of("RuntimeDefault", "Unconfined", "Localhost")),
            Map.entry("V1Container.imagePullPolicy", Set.of("Always", "IfNotPresent", "Never")),
            Map.entry("V1ServiceSpec.type", Set.of("ClusterIP", "NodePort", "LoadBalancer", "ExternalName")),
            Map.entry("V1TopologySpreadConstraint.whenUnsatisfiable", Set.of("ScheduleAnyway", "DoNotSchedule")),
            Map.entry("V1LabelSelectorRequirement.operator", Set.of("In", "NotIn", "Exists", "DoesNotExist")),
            Map.entry("V1NetworkPolicyPort.protocol", Set.of("TCP", "UDP", "SCTP")),
            Map.entry("V1NetworkPolicySpec.policyTypes", Set.of("Ingress", "Egress")),
            Map.entry("V1HTTPIngressPath.pathType", Set.of("Exact", "Prefix", "ImplementationSpecific")),
            Map.entry("V1PodSpec.restartPolicy", Set.of("Always", "OnFailure", "Never")),
            Map.entry("V1CronJobSpec.concurrencyPolicy", Set.of("Allow", "Forbid", "Replace")),
            Map.entry(
                    "V1PersistentVolumeClaimSpec.accessModes",
                    Set.of("ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany", "ReadWriteOncePod")),
            Map.entry("V2MetricTarget.type", Set.of("Utilization", "Value", "AverageValue")),
            Map.entry("V2MetricSpec.type", Set.of("Resource", "ContainerResource", "Pods", "Object", "External")),
            Map.entry("V2HPAScalingPolicy.type", Set.of("Pods", "Percent")));

    private static final String NAME = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final String QUANTITY = "[0-9]+(\\.[0-9]+)?(m|k|M|G|T|Ki|Mi|Gi|Ti)?";

    private KubernetesSchema() {}

    /** What the API would refuse in a manifest. */
    static Stream<String> faults(Node manifest) {
        var kind = manifest.at("kind").text();
        if (CustomResourceSchema.knows(kind)) {
            return CustomResourceSchema.faults(manifest);
        }
        if (!KINDS.containsKey(kind)) {
            return Stream.of(manifest.where() + ": no kind " + kind);
        }
        var node = new Node(manifest.where() + " " + kind, manifest.value());
        return Stream.of(
                        manifest.at("apiVersion").is(KINDS.get(kind))
                                ? Stream.<String>empty()
                                : fault(node.at("apiVersion"), "must be " + KINDS.get(kind)),
                        manifest.at("metadata", "name").text().matches(NAME)
                                ? Stream.<String>empty()
                                : fault(node.at("metadata", "name"), "must be a name"),
                        model(node, modelOf(kind)))
                .flatMap(faults -> faults);
    }

    private static Stream<String> model(Node node, Class<?> model) {
        if (!(node.value() instanceof Map<?, ?>)) {
            return fault(node, "must be a map");
        }
        var fields = Arrays.stream(model.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(SerializedName.class))
                .collect(Collectors.toMap(
                        field -> field.getAnnotation(SerializedName.class).value(), field -> field));
        var missing = required(model).stream().filter(name -> !node.at(name).exists());
        return Stream.concat(
                missing.flatMap(name -> fault(node.at(name), "is missing")),
                node.keys().stream().flatMap(key -> field(node.at(key), fields.get(key))));
    }

    private static Stream<String> field(Node node, Field field) {
        if (field == null) {
            return fault(node, "is no field");
        }
        var words = WORDS.get(field.getDeclaringClass().getSimpleName() + "." + field.getName());
        var texts = node.value() instanceof List<?> ? node.texts() : List.of(node.text());
        return words != null && !words.containsAll(texts)
                ? fault(node, "must be one of " + words)
                : value(node, field.getGenericType());
    }

    private static Stream<String> value(Node node, Type type) {
        if (type instanceof ParameterizedType generic) {
            var arguments = generic.getActualTypeArguments();
            var list = generic.getRawType() == List.class;
            if (!(list ? node.value() instanceof List<?> : node.value() instanceof Map<?, ?>)) {
                return fault(node, list ? "must be a list" : "must be a map");
            }
            var parts = list ? node.items() : node.entries();
            return parts.stream().flatMap(part -> value(part, arguments[arguments.length - 1]));
        }
        return single(node, (Class<?>) type);
    }

    private static Stream<String> single(Node node, Class<?> type) {
        return switch (type.getSimpleName()) {
            case "String" -> only(node, node.value() instanceof String, "text");
            case "Integer", "Long" -> only(node, node.value() instanceof Integer, "a number");
            case "Boolean" -> only(node, node.value() instanceof Boolean, "true or false");
            case "IntOrString" ->
                only(node, node.value() instanceof Integer || node.value() instanceof String, "a number or text");
            case "Quantity" -> only(node, node.text().matches(QUANTITY), "a quantity");
            default -> model(node, type);
        };
    }

    private static Stream<String> only(Node node, boolean right, String wanted) {
        return right ? Stream.empty() : fault(node, "must be " + wanted);
    }

    private static Stream<String> fault(Node node, String what) {
        return Stream.of(node.where() + " " + what);
    }

    /** By name: the models' annotations are not on this class path, and the compiler would ask for them. */
    private static Class<?> modelOf(String kind) {
        try {
            var version = KINDS.get(kind).replaceFirst(".*v", "");
            return Class.forName(MODELS + version + kind);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> required(Class<?> model) {
        try {
            var names = (Set<?>) model.getField("openapiRequiredFields").get(null);
            return names.stream().map(String::valueOf).toList();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(model + " does not say what it requires", e);
        }
    }
}
