package org.vedette.gateway.requests;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** A place in a distributed trace, as the {@code traceparent} header of W3C Trace Context says it. */
record TraceParent(String value) {

    /** §3.2, version 00, the only one there is; neither id is all zeros. What we cannot read, we do not pass on. */
    private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private static final String SAMPLED = "-01";

    /** What the headers say, when they say one valid thing. */
    static Optional<TraceParent> of(List<String> headers) {
        return headers.size() == 1 && VALID.matcher(headers.get(0)).matches()
                ? Optional.of(new TraceParent(headers.get(0)))
                : Optional.empty();
    }

    static TraceParent fresh(RandomGenerator random) {
        return new TraceParent("00-" + id(random, 16) + "-" + id(random, 8) + SAMPLED);
    }

    String traceId() {
        return value.substring(3, 35);
    }

    private static String id(RandomGenerator random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        // An id must not be all zeros.
        bytes[length - 1] |= 1;
        return HexFormat.of().formatHex(bytes);
    }
}
