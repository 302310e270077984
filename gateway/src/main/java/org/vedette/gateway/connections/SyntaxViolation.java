package org.vedette.gateway.connections;

/** A violation of the syntax of HTTP/1.1 that the decoder would accept or correct. */
enum SyntaxViolation {
    FOLDED_HEADER("A header continues on a second line (RFC 9112 §5.2). Write it on one line."),
    LINE_END("A line does not end with CR LF, or has one of them in its middle (RFC 9112 §2.2)."),
    NUL("A header has a NUL character."),
    CHUNK_SIZE("A chunk does not begin with its size in hexadecimal digits (RFC 9112 §7.1)."),
    CHUNK_END("A chunk is not as long as its size says, or CR LF after it is missing (RFC 9112 §7.1).");

    private final String detail;

    SyntaxViolation(String detail) {
        this.detail = detail;
    }

    /** What is wrong, in words. */
    String detail() {
        return detail;
    }
}
