package org.vedette.gateway.resilience;

/** Closes circuits between tests that share a gateway. */
public final class TestCircuits {

    private TestCircuits() {}

    public static void close(CircuitBreakers circuits) {
        circuits.all().forEach(circuit -> circuit.breaker().reset());
    }
}
