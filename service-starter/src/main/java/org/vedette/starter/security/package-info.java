/** Who sends a request: the gateway's tokens, checked the same way by every service. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.security;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
