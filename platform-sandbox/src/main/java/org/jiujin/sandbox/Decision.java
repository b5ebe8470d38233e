package org.jiujin.sandbox;

/// How a request that changes something ended.
///
/// @param <A> the answer's type
sealed interface Decision<A> {
  /// Carried out now: 201.
  record Done<A>(A answer) implements Decision<A> {}

  /// Carried out before with this key and this body: 200 with the same answer.
  record DoneBefore<A>(A answer) implements Decision<A> {}

  /// Not carried out.
  record Refused<A>(ProblemCode code) implements Decision<A> {}
}
