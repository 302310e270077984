package org.vedette.standalone.imports;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the API of imports, through the gateway, with a token. */
final class ImportApi {

    private static final String IMPORTS = "/api/imports";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final JsonMapper json = JsonMapper.builder().build();
    private final URI gateway;
    private final String token;

    ImportApi(URI gateway, String token) {
        this.gateway = gateway;
        this.token = token;
    }

    JsonNode begin(Path file, boolean isDryRun) throws IOException {
        var name = URLEncoder.encode(String.valueOf(file.getFileName()), StandardCharsets.UTF_8);
        return send(request(IMPORTS + "?name=" + name + (isDryRun ? "&dryRun=true" : ""))
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofFile(file))
                .build());
    }

    JsonNode find(String id) throws IOException {
        return send(request(IMPORTS + "/" + id).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    /** A failure says in one line what to do. */
    private JsonNode send(HttpRequest request) throws IOException {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            var body = json.readTree(response.body());
            if (response.statusCode() / 100 != 2) {
                throw new IOException(
                        body.path("detail").asString("The gateway answered " + response.statusCode() + "."));
            }
            return body;
        } catch (ConnectException e) {
            throw new IOException("Nothing listens at " + gateway + ": start Vedette first, or set VEDETTE_PORT.", e);
        } catch (JacksonException e) {
            throw new IOException("What answers at " + gateway + " is not Vedette.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        }
    }
}
