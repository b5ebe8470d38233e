package org.jiujin.agent.health;

import org.jiujin.fleet.DataType;
import org.jiujin.fleet.MetricValue;
import org.jspecify.annotations.Nullable;

/// A metric beside those that every terminal and every device has.
///
/// @param device the device that it belongs to; null for the terminal itself
/// @param name other than every [org.jiujin.fleet.NodeMetric]'s or [org.jiujin.fleet.DeviceMetric]'s
public record Extra(@Nullable String device, String name, DataType type, MetricValue value) {}
