/** Signing in: passwords, second factors, and the lockout that slows guessing. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.login;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
