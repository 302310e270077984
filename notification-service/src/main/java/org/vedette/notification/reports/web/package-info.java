/** How far alerts and digests are, for editors. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.reports.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
