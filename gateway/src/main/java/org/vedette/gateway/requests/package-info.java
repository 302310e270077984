/** Request ids, trace context and the headers that a client must not set. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.requests;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
