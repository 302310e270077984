/** The second factor of a login: one-time passwords (RFC 6238) and recovery codes. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.secondfactor;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
