/// Benchmarks: the product beside its peers, on the same inputs, in the same run.
///
/// Inputs are paired and the order of the candidates is shuffled for each; what runs on one thread is measured in that
/// thread's processor time; failing inputs count (docs/performance.md).
@NullMarked
package org.jiujin.benchmark;

import org.jspecify.annotations.NullMarked;
