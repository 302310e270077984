/**
 * Authentication: callers send opaque API tokens, services receive short-lived signed tokens (JWT) instead.
 */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
