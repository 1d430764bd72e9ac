const colours = ["var(--chart-1)", "var(--chart-3)", "var(--chart-4)", "var(--chart-2)"];

/** An arm's colour by its place; more arms than colours are told apart by their strokes. */
export const colourOf = (place: number): string => colours[place % colours.length] ?? "var(--chart-1)";

export const strokeOf = (place: number): string | undefined => (place < colours.length ? undefined : "6 3");
