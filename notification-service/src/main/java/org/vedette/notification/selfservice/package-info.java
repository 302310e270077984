/** What subscribers do themselves: choose, change their address, see and erase what is stored about them. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.selfservice;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
