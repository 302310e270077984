/** Forwards requests to the services and their responses to the clients (an intermediary, RFC 9110 §3.7). */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.forwarding;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
