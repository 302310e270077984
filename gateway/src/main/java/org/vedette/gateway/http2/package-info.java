/**
 * HTTP/2 (RFC 9113), over TLS where the client prefers it, and without TLS where that is switched on; and which limits of
 * HTTP/1.1 it needs in another form.
 */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.http2;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
