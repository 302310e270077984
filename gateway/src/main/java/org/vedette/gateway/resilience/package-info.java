/** What the gateway does while a service behind it does not answer: it repeats a read once, and then asks less often. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.resilience;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
