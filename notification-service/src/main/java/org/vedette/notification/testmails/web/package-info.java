/** Test mails, for editors. */
@CheckReturnValue
@NullMarked
package org.vedette.notification.testmails.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
