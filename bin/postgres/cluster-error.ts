/** A failure whose message is one line that says what to do. */
export class ClusterError extends Error {}
