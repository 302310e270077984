/** Parts of HTTP (RFC 9110) that services and the gateway apply in the same way. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.http;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
