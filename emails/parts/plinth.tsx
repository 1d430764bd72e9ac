import { Section, Text } from "react-email";
import type { RecoveryLine } from "../recovery-message.ts";
import { type Look, rounded, textStyle } from "./look.ts";
import { LineTitle, Picture } from "./picture.tsx";

const side = 272;

/** One product, large, on a ground of the brand's own tint, with its name and price below like a label in a shop window. */
export function Plinth({ look, line }: { look: Look; line: RecoveryLine }) {
  const name = { ...textStyle(look, [21, 29], look.ink), fontFamily: look.serif, textAlign: "center" as const };
  const small = { ...textStyle(look, [15, 23], look.soft), textAlign: "center" as const, paddingTop: "4px" };
  return (
    <Section
      className="tint"
      style={{ backgroundColor: look.brand.tint, borderRadius: rounded(look, 12), padding: "36px 24px 28px" }}
    >
      <table role="presentation" align="center" cellPadding={0} cellSpacing={0} style={{ margin: "0 auto" }}>
        <tbody>
          <tr>
            <td className="plinth" width={side}>
              <Picture look={look} line={line} size={side} />
            </td>
          </tr>
        </tbody>
      </table>
      <Text className="ink" style={{ ...name, paddingTop: "24px" }}>
        <LineTitle look={look} line={line} />
      </Text>
      <Text className="soft" style={small}>
        {line.variantTitle && `${line.variantTitle} · `}
        {line.price}
      </Text>
    </Section>
  );
}
