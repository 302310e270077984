package org.vedette.starter.status;

import java.util.Map;

/** The functions of a service by name. It is public: it contains no reason, no address and no number. */
public record ServiceStatus(Map<String, FunctionState> functions) {

    /** Where a service tells its status, on the port of its API. The gateway routes no request to it. */
    public static final String ADDRESS = "/internal/status";

    public ServiceStatus {
        functions = Map.copyOf(functions);
    }
}
