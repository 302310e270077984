/** Pages of the gateway, and the forms on them. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.html;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
