/** Tells the gateway which functions of a service work; the gateway publishes it, without any detail, on a page for people. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.status;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
