/** Event streams without an end: their maximum number, and their end when the gateway stops. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.live;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
