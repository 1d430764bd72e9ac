/** Long enough to read what was done and to reach the button, also for whoever is slow with a pointer. */
const undoMs = 8_000;

/** For a toast about something that can be taken back. */
export function undoing(onClick: () => void) {
  return { duration: undoMs, action: { label: "Undo", onClick } };
}
