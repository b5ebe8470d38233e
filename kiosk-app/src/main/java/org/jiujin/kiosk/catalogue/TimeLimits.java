package org.jiujin.kiosk.catalogue;

/// How long a matter may take.
///
/// @param promise what the office promises (`promise_day`, `promise_type`, `promise_explain`)
/// @param legal what the law allows (`anticipate_day`, `anticipate_type`, `anticipate_explain`)
public record TimeLimits(TimeLimit promise, TimeLimit legal) {}
