/** Who sends a request: the address of the connection, or what a trusted proxy says. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.clients;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
