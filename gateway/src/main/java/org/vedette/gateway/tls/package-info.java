/** TLS by two settings, a certificate and its key. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.tls;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
