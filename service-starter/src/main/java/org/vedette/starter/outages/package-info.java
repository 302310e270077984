/** Servers that do not answer: known by a probe, said in one line, and shown in health and metrics. */
@CheckReturnValue
@NullMarked
package org.vedette.starter.outages;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
