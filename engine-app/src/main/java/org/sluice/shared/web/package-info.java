/** How the API says no: problem+json (RFC 9457), in the caller's language, without a look inside. */
@NullMarked
package org.sluice.shared.web;

import org.jspecify.annotations.NullMarked;
