import { Section } from "react-email";
import { type Look, textStyle } from "./look.ts";

/** A tick in a ring: it is done. */
export function Tick({ look }: { look: Look }) {
  const { accentText, tint } = look.brand;
  return (
    <Section style={{ paddingBottom: "24px" }}>
      <table
        role="presentation"
        align="center"
        cellPadding={0}
        cellSpacing={0}
        aria-hidden
        style={{ margin: "0 auto" }}
      >
        <tbody>
          <tr>
            <td
              className="tint accent"
              align="center"
              width={60}
              height={60}
              style={{
                ...textStyle(look, [26, 60], accentText),
                backgroundColor: tint,
                borderRadius: "50%",
                height: "60px",
                textAlign: "center",
                width: "60px",
              }}
            >
              {"\u2713"}
            </td>
          </tr>
        </tbody>
      </table>
    </Section>
  );
}
