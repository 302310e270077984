/** The mails with one-time links. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.links.mail;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
