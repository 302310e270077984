package org.vedette.acceptance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;

/** The checks of {@link ManifestsTests} bite: each edit here spoils sound manifests, and is found. */
class ManifestTripwiresTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    replicas: 2                        | replica: 2                          | .replica is no field
                    readOnlyRootFilesystem: true       | readOnlyRootFileSystem: true        | .readOnlyRootFileSystem is no field
                    containerPort: 8080                | port: 8080                          | .containerPort is missing
                    - name: tmp                        | - title: tmp                        | .name is missing
                    replicas: 2                        | replicas: "2"                       | .replicas must be a number
                    runAsNonRoot: true                 | runAsNonRoot: "true"                | .runAsNonRoot must be true or false
                    command: [sleep, "5"]              | command: [sleep, 5]                 | .command[5] must be text
                    command: [sleep, "5"]              | command: sleep 5                    | .command must be a list
                    memory: 512Mi                      | memory: 512MB                       | .memory must be a quantity
                    type: RuntimeDefault               | type: runtimeDefault                | .type must be one of
                    whenUnsatisfiable: ScheduleAnyway  | whenUnsatisfiable: Always           | .whenUnsatisfiable must be one of
                    emptyDir:                          | emptydir:                           | .emptydir is no field
                    apiVersion: apps/v1                | apiVersion: extensions/v1beta1      | .apiVersion must be apps/v1
                    kind: Deployment                   | kind: Deploymnet                    | no kind Deploymnet
                    """)
    void theApiWouldRefuse(String sound, String spoilt, String fault) {
        var manifests = Manifests.base(text -> text.replace(sound, spoilt));

        var faults = manifests.resources().stream().flatMap(KubernetesSchema::faults);

        assertThat(faults).anyMatch(found -> found.contains(fault));
    }

    @Test
    void theApiWouldRefuseAKeyThatIsThereTwice() {
        assertThatThrownBy(() -> Manifests.base(text -> text.replace("replicas: 2", "replicas: 2\n  replicas: 3")))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    - gateway.yaml                          | - namespace.yaml                        | gateway.yaml is in no kustomization
                    labels:~        app.kubernetes.io/name: | labels:~        app.kubernetes.io/nam: | selector does not match its own pods
                    selector:~    app.kubernetes.io/name: gateway | selector:~    app.kubernetes.io/name: gatewya | Service selects not one Deployment
                    targetPort: http                        | targetPort: web                         | no port web
                    port: management                        | port: managment                         | no port managment
                    port: http                              | port: https                             | no port https
                    values: [post-service,                  | values: [posts-service,                 | no pods are named posts-service
                    configMapRef:~                name: vedette-settings | configMapRef:~                name: vedette-setings                   | no ConfigMap vedette-setings
                    secretName: gateway                     | secretName: gate                        | nobody is told of a Secret gate
                    - key: tokens                           | - key: token                            | nobody is told of a key token
                    optional: true                          | optional: false                         | must be optional
                    - name: tmp~          emptyDir          | - name: temp~          emptyDir         | no such volume
                    serviceAccountName: gateway             | serviceAccountName: door                | no such ServiceAccount
                    """)
    void aReferenceLeadsNowhere(String sound, String spoilt, String fault) {
        var manifests = Manifests.base(text -> text.replace(lines(sound), lines(spoilt)));

        var faults = new ReferenceRules(manifests).faults();

        assertThat(faults).anyMatch(found -> found.contains(fault));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    runAsNonRoot: true                   | runAsNonRoot: false                  | runAsNonRoot must be true
                    runAsUser: 10001                     | runAsUser: 0                         | runAsUser must be 10001
                    seccompProfile:                      | seccomp:                             | seccompProfile.type must be RuntimeDefault
                    allowPrivilegeEscalation: false      | allowPrivilegeEscalation: true       | allowPrivilegeEscalation must be false
                    readOnlyRootFilesystem: true         | readOnlyRootFilesystem: false        | readOnlyRootFilesystem must be true
                    drop: [ALL]                          | drop: [NET_RAW]                      | drop must be [ALL]
                    drop: [ALL]                          | add: [SYS_ADMIN]~              drop: [ALL] | add must not be there
                    maxUnavailable: 0                    | maxUnavailable: 1                    | maxUnavailable must be 0
                    replicas: 2                          | replicas: 1                          | replicas must be 2 or more
                    terminationGracePeriodSeconds: 60    | terminationGracePeriodSeconds: 20    | must be at least 50
                    readinessProbe:                      | readyProbe:                          | readinessProbe.httpGet.path must be
                    limits:                              | limit:                               | limits.memory must be there
                    requests:~              cpu: 250m~              memory: 512Mi | requests:~              cpu: 250m~              memory: 256Mi | requests.memory must be 512Mi
                    mountPath: /tmp                      | mountPath: /temp                     | must have an empty /tmp
                    automountServiceAccountToken: false  | automountServiceAccountToken: true   | automountServiceAccountToken must be false
                    emptyDir:~            sizeLimit      | hostPath:~            path           | hostPath must not be there
                    """)
    void aPodDoesAsItLikes(String sound, String spoilt, String fault) {
        var manifests = Manifests.base(text -> text.replace(lines(sound), lines(spoilt)));

        var faults = manifests.deployments().flatMap(PodRules::faults);

        assertThat(faults).anyMatch(found -> found.contains(fault));
    }

    /** A tripwire that changes nothing would prove nothing. */
    @Test
    void soundManifestsAreNotFoundFaultWith() {
        var manifests = Manifests.base();

        var faults = Stream.of(
                        manifests.resources().stream().flatMap(KubernetesSchema::faults),
                        new ReferenceRules(manifests).faults(),
                        manifests.deployments().flatMap(PodRules::faults))
                .flatMap(found -> found);

        assertThat(faults).isEmpty();
    }

    /** A tilde in a table above is the end of a line. */
    private static String lines(String text) {
        return text.replace('~', '\n');
    }
}
