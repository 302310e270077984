/** What is worth telling: one alert per post, planned once for everybody who is subscribed then. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.alerts;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
