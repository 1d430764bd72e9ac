/** Why a start was refused: one line that says what to do. */
export class StartError extends Error {}
