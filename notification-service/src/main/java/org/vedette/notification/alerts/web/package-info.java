/** How far an alert has come, for editors. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.alerts.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
