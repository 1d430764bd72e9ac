import { Section } from "react-email";
import type { Look } from "./look.ts";

const stripes = 27;

/** The striped edge of a letter sent by air, drawn in table cells that every mail program can colour. */
export function Airmail({ look }: { look: Look }) {
  return (
    <Section>
      <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} aria-hidden>
        <tbody>
          <tr>
            {Array.from({ length: stripes }, (_, index) => {
              const [name, colour] =
                index % 2
                  ? (["card", look.card] as const)
                  : (["solid", index % 4 ? look.ink : look.brand.accent] as const);
              return (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
                  key={index}
                  className={name}
                  height={6}
                  style={{ backgroundColor: colour, fontSize: "1px", height: "6px", lineHeight: "6px" }}
                >
                  {"\u00a0"}
                </td>
              );
            })}
          </tr>
        </tbody>
      </table>
    </Section>
  );
}
