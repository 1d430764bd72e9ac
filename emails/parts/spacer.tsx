import { Section } from "react-email";

/** Room between parts where neither can carry it. */
export function Spacer({ height }: { height: number }) {
  const side = `${height}px`;
  return <Section style={{ fontSize: "1px", height: side, lineHeight: side }}>{"\u00a0"}</Section>;
}
