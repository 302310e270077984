/** Where the services are. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.upstreams;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
