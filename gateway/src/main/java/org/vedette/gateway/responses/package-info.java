/** Headers of the responses, whether a service or the gateway itself produced them. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.responses;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
