/** How far alerts and digests are, with what operators decided about them. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.reports;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
