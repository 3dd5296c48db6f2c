/** What the tests of all features stand on: databases of their own, and people. */
package org.sluice.support;
