/** What all responses of this service share: access rules, error pages, the layout of pages. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
