export const parts = ["html", "text"] as const;
export const widths = ["desktop", "phone"] as const;
export const schemes = ["light", "dark"] as const;

/** How a message is looked at. */
export type MailView = {
  part: (typeof parts)[number];
  width: (typeof widths)[number];
  scheme: (typeof schemes)[number];
  pictures: boolean;
};

export const firstView: MailView = { part: "html", width: "desktop", scheme: "light", pictures: true };

/** A view as an address says it; what it does not say is as at first. */
export function readView(given: { get: (name: string) => string | null }): MailView {
  return {
    part: parts.find((one) => one === given.get("part")) ?? firstView.part,
    width: widths.find((one) => one === given.get("width")) ?? firstView.width,
    scheme: schemes.find((one) => one === given.get("scheme")) ?? firstView.scheme,
    pictures: given.get("pictures") !== "off",
  };
}

/** The parts of a view that differ from the first, for an address. */
export function viewQuery(view: MailView): Record<string, string> {
  const { part, width, scheme, pictures } = view;
  return {
    ...(part === firstView.part ? {} : { part }),
    ...(width === firstView.width ? {} : { width }),
    ...(scheme === firstView.scheme ? {} : { scheme }),
    ...(pictures ? {} : { pictures: "off" }),
  };
}
