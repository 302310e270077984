package org.vedette.starter.status;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How well a function of a service works. */
public enum FunctionState {
    @JsonProperty("works")
    WORKS,
    /** It works with restrictions: something is late, or only what is in memory is available. */
    @JsonProperty("limited")
    LIMITED,
    @JsonProperty("unavailable")
    UNAVAILABLE
}
