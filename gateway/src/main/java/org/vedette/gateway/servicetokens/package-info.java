/** The short-lived tokens (JWT) that identify callers to the services, and the keys that sign them. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.servicetokens;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
