/** Limits on requests: size, duration, methods and syntax. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.limits;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
