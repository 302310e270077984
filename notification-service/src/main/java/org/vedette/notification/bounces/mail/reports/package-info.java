/** Reads reports in the shapes that mail servers give them. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.bounces.mail.reports;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
