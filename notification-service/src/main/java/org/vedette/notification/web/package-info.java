/** What every answer of this service has in common: who may ask, what an error looks like, the page around a page. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
