package org.vedette.gateway.sessions.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.vedette.gateway.clients.Clients;
import org.vedette.gateway.sessions.ClientDescription;

/** Describes the client of a request to the person whose session it is. */
public final class Browsers {

    /** In the order in which they are looked for: most browsers also name those that they resemble. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("Firefox/", "Firefox"),
            Map.entry("FxiOS/", "Firefox"),
            Map.entry("Chrome/", "Chrome"),
            Map.entry("CriOS/", "Chrome"),
            Map.entry("Safari/", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "macOS"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    private Browsers() {}

    public static ClientDescription describe(ServerHttpRequest request) {
        return new ClientDescription(Clients.of(request).address(), browser(request.getHeaders()));
    }

    private static String browser(HttpHeaders headers) {
        var agent =
                Optional.ofNullable(headers.getFirst(HttpHeaders.USER_AGENT)).orElse("");
        var browser = first(BROWSERS, agent).orElse("Unknown browser");
        return first(SYSTEMS, agent).map(system -> browser + " on " + system).orElse(browser);
    }

    private static Optional<String> first(List<Map.Entry<String, String>> names, String agent) {
        return names.stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
