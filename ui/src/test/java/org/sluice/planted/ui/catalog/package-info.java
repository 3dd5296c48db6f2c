/** Breaks the walls of the ui on purpose, so that the test of the walls can be seen to bite. */
package org.sluice.planted.ui.catalog;
