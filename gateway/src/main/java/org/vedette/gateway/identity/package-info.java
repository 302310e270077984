/**
 * Authentication: callers send API tokens or session cookies, services receive short-lived signed tokens (JWT) instead.
 */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
