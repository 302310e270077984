package org.vedette.gateway.states;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;
import org.vedette.gateway.resilience.ServiceCircuit;

/** The newest state of each service. The states of two services say nothing about one another. */
@Component
public class NewestStates {

    private final ConcurrentMap<ServiceCircuit, NewestState> byService = new ConcurrentHashMap<>();

    public NewestState of(ServiceCircuit service, Instant now) {
        return byService.computeIfAbsent(service, absent -> new NewestState(now));
    }
}
