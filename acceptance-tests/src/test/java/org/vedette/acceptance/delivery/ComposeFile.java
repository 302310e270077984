package org.vedette.acceptance.delivery;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** docker-compose.yml, as a list of what is wrong with it. */
record ComposeFile(Node file) {

    private static final Pattern PUBLISHED =
            Pattern.compile("(\\S+):\\$\\{(VEDETTE_[A-Z0-9_]*PORT(_2)?):-[0-9]+}:[0-9]+");

    private static final String LOOPBACK = "127.0.0.1";
    private static final String ADDRESS = "${VEDETTE_ADDRESS:-127.0.0.1}";

    static ComposeFile read() {
        return read(text -> text);
    }

    static ComposeFile read(UnaryOperator<String> edit) {
        var name = "docker-compose.yml";
        return new ComposeFile(Node.document(name, edit.apply(Checkout.here().text(name))));
    }

    Node service(String name) {
        return file.at("services", name);
    }

    List<Node> services() {
        return file.at("services").entries();
    }

    /** Names of the services that publish a port. */
    List<String> published() {
        return file.at("services").keys().stream()
                .filter(name -> service(name).at("ports").exists())
                .toList();
    }

    List<String> settings(String service) {
        return service(service).at("environment").keys().stream()
                .filter(name -> name.startsWith("VEDETTE_"))
                .toList();
    }

    Stream<String> faults() {
        return Stream.of(
                        services().stream().flatMap(ComposeFile::healthFault),
                        services().stream().flatMap(ComposeFile::boundFaults),
                        services().stream().flatMap(ComposeFile::portFaults),
                        services().stream().flatMap(this::volumeFaults),
                        services().stream().flatMap(this::dependencyFaults),
                        Checkout.SERVICES.stream().flatMap(this::settingFaults),
                        Checkout.SERVICES.stream().flatMap(this::ownFaults))
                .flatMap(faults -> faults);
    }

    /** What ends by itself needs no health; all else is asked with what its image has. */
    private static Stream<String> healthFault(Node service) {
        var test = service.at("healthcheck", "test");
        var oneShot = service.at("restart").is("no");
        return Stream.of(
                        oneShot || test.exists() ? null : service.where() + ": no health check",
                        test.text().matches(".*\\b(curl|wget)\\b.*") ? test.where() + ": not every image has it" : null,
                        test.exists() && !test.items().get(0).is("CMD") ? test.where() + ": asks a shell" : null)
                .flatMap(fault -> Optional.ofNullable(fault).stream());
    }

    private static Stream<String> boundFaults(Node service) {
        return Stream.of(
                        service.at("mem_limit").exists() ? null : service.where() + ": takes all memory",
                        service.at("restart").exists() ? null : service.where() + ": not said whether it restarts",
                        service.at("logging", "options", "max-size").exists()
                                ? null
                                : service.where() + ": fills the disk with its log",
                        service.at("cap_drop").texts().contains("ALL")
                                ? null
                                : service.where() + ": keeps capabilities",
                        service.at("security_opt").texts().contains("no-new-privileges:true")
                                ? null
                                : service.where() + ": may gain privileges",
                        service.at("image").text().matches("\\S+:\\S+")
                                        && !service.at("image").text().endsWith(":latest")
                                ? null
                                : service.where() + ": image without a version")
                .flatMap(fault -> Optional.ofNullable(fault).stream());
    }

    private static Stream<String> portFaults(Node service) {
        return service.at("ports").items().stream().flatMap(port -> {
            var matcher = PUBLISHED.matcher(port.text());
            if (!matcher.matches()) {
                return Stream.of(port.where() + ": host port is no variable with a default, or not bound");
            }
            return List.of(LOOPBACK, ADDRESS).contains(matcher.group(1))
                    ? Stream.empty()
                    : Stream.of(port.where() + ": not on loopback");
        });
    }

    private Stream<String> volumeFaults(Node service) {
        var declared = file.at("volumes").keys();
        var networks = file.at("networks").keys();
        var volumes = service.at("volumes").texts().stream()
                .map(volume -> volume.split(":", 2)[0])
                .filter(volume -> volume.startsWith("./")
                        ? !Files.exists(Checkout.here().path(volume.substring(2)))
                        : !declared.contains(volume))
                .map(volume -> service.where() + ": no volume " + volume);
        var unknown = networks(service).stream()
                .filter(network -> !networks.contains(network))
                .map(network -> service.where() + ": no network " + network);
        return Stream.concat(volumes, unknown);
    }

    /** A list of names, or names with what is said of each. */
    static List<String> networks(Node service) {
        var networks = service.at("networks");
        return networks.items().isEmpty() ? networks.keys() : networks.texts();
    }

    /** Waiting for the health of what has none, or for the end of what does not end, is waiting for ever. */
    private Stream<String> dependencyFaults(Node service) {
        return service.at("depends_on").keys().stream()
                .filter(name -> {
                    var condition = service.at("depends_on", name, "condition");
                    var oneShot = service(name).at("restart").is("no");
                    return !service(name).exists()
                            || !condition.is(oneShot ? "service_completed_successfully" : "service_healthy");
                })
                .map(name -> service.where() + ": waits in vain for " + name);
    }

    private Stream<String> settingFaults(String service) {
        var read = Setting.of(service).stream().map(Setting::name).toList();
        var unknown = settings(service).stream()
                .filter(name -> !read.contains(name))
                .map(name -> service + " does not read " + name);
        var given = Stream.concat(settings(service).stream(), fromKeys(service)).toList();
        var missing = Setting.of(service).stream()
                .filter(Setting::mustBeSet)
                .map(Setting::name)
                .filter(name -> !given.contains(name))
                .map(name -> service + " needs " + name);
        return Stream.concat(unknown, missing);
    }

    /** Settings whose value is a file that make-keys makes. */
    private Stream<String> fromKeys(String service) {
        var directory = "/keys/" + service + "/";
        var imported =
                service(service).at("environment", "SPRING_CONFIG_IMPORT").is("configtree:" + directory);
        return Pattern.compile("keep " + service + "/(VEDETTE_[A-Z0-9_]+) ")
                .matcher(Checkout.here().text("docker/make-keys"))
                .results()
                .filter(found -> imported)
                .map(found -> found.group(1));
    }

    private Stream<String> ownFaults(String name) {
        var service = service(name);
        return Stream.of(
                        service.at("build", "args", "SERVICE").is(name) ? null : name + ": builds another service",
                        service.at("image").text().startsWith("vedette/" + name + ":") ? null : name + ": other image",
                        service.at("read_only").is(true) ? null : name + ": may write to its image",
                        service.at("tmpfs").text().contains("/tmp:exec") ? null : name + ": cannot load native code",
                        service.at("stop_grace_period").exists() ? null : name + ": killed after 10 s")
                .flatMap(fault -> Optional.ofNullable(fault).stream());
    }
}
