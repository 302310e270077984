/** What the gateway itself says when it cannot pass a request on: one shape for machines, one page for people. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.fallback;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
