/** What every address of the service has in common: security, problems, limits. */
@CheckReturnValue
@NullMarked
package org.vedette.post.web;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
