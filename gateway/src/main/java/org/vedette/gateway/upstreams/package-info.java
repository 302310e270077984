/** Where the services are, and how requests get there. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.upstreams;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
