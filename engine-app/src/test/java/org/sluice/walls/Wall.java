package org.sluice.walls;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/**
 * A rule of the house.
 *
 * @param holdsIn the classes that keep to it
 * @param planted classes that break it on purpose, each of them alone
 */
record Wall(String name, ArchRule rule, JavaClasses holdsIn, List<List<String>> planted) {}
