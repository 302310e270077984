/** An identity provider for tests: Spring Authorization Server with one person, whose groups are a setting. */
@CheckReturnValue
@NullMarked
package org.vedette.identityprovider;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
