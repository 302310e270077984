/** Request ids, trace context, and which headers of a client count, whatever the version of HTTP. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.requests;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
