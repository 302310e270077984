/** What operators say about deliveries. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.delivery.uncertain.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
