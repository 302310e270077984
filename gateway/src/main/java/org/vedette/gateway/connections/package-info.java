/** What the bytes of a connection may be and how long they may take, before and after HTTP is decoded. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.connections;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
