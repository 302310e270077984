package org.vedette.gateway.requests;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** A position in a distributed trace: the value of the {@code traceparent} header (W3C Trace Context). */
record TraceParent(String value) {

    /** Version 00, the only one defined (§3.2); neither id is all zeros. An invalid value is not forwarded. */
    private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private static final String SAMPLED = "-01";

    /** The trace context of a request; empty unless there is exactly one valid header. */
    static Optional<TraceParent> of(List<String> headers) {
        return headers.size() == 1 && VALID.matcher(headers.get(0)).matches()
                ? Optional.of(new TraceParent(headers.get(0)))
                : Optional.empty();
    }

    static TraceParent generate(RandomGenerator random) {
        return new TraceParent("00-" + newTraceId(random) + "-" + id(random, 8) + SAMPLED);
    }

    /** The id of a trace that begins. */
    static String newTraceId(RandomGenerator random) {
        return id(random, 16);
    }

    private static String id(RandomGenerator random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        // An id must not be all zeros.
        bytes[length - 1] |= 1;
        return HexFormat.of().formatHex(bytes);
    }
}
