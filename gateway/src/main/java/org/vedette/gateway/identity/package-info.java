/** Who is asking: opaque API tokens outside, short-lived signed tokens inside. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.identity;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
