/** Mail servers: which one takes the next mail, how fast, and whether it takes any, according to their answers. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.delivery.servers;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
