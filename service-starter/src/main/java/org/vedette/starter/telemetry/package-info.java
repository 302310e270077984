/** One trace from a request over documents, records and mails, by W3C trace contexts that are handed on explicitly. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.telemetry;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
