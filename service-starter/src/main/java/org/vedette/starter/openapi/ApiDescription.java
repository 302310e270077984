package org.vedette.starter.openapi;

/** Where a service describes its API. */
public final class ApiDescription {

    /** On the port of the API; the gateway routes no request to it. */
    public static final String ADDRESS = "/internal/openapi.json";

    private ApiDescription() {}
}
