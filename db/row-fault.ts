/**
 * Whether a statement failed for what one of its rows says (SQLSTATE classes 21, 22 and 23: cardinality, values,
 * constraints) and not for what all share, such as a connection, a lock or a full disk.
 */
export function isRowFault(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error && "code" in cause && /^2[123]...$/.test(String(cause.code));
}
