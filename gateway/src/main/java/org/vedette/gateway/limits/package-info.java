/** How much, how long and in which form the gateway listens. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.limits;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
