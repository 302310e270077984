/** What is made of a request before anything reads it: its ids, and none of the headers that only we may write. */
@CheckReturnValue
@NullMarked
package org.vedette.gateway.requests;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
