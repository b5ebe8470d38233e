package org.jiujin.sandbox;

/// A body breaks the description or names a person who is not invented; answered by [ProblemAdvice].
final class ContractBrokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  ContractBrokenException(Problem problem) {
    super(problem.code());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
