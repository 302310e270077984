/** What operators decide about mails that are being sent: the switch of all mail, and what holds or ends one alert. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.controls;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
