import { Column, Row, Section, Text } from "react-email";
import type { RecoveryLine } from "../recovery-message.ts";
import { PartHeading } from "./cart-lines.tsx";
import { EachLine } from "./each-line.tsx";
import { type Look, textStyle } from "./look.ts";
import { LineTitle, Picture } from "./picture.tsx";

/** Up to three products beside each other. */
export function Tiles({ look, lines, heading }: { look: Look; lines: RecoveryLine[]; heading: string }) {
  const centred = { textAlign: "center" as const };
  const small = { ...textStyle(look, [14, 21], look.soft), ...centred };
  return (
    <Section style={{ paddingTop: "40px" }}>
      <PartHeading look={look} align="center">
        {heading}
      </PartHeading>
      <Row style={centred}>
        <EachLine lines={lines}>
          {(line) => (
            <Column className="third" align="center" style={{ padding: "6px", verticalAlign: "top", width: "33%" }}>
              <table role="presentation" align="center" cellPadding={0} cellSpacing={0} style={{ margin: "0 auto" }}>
                <tbody>
                  <tr>
                    <td className="tile">
                      <Picture look={look} line={line} size={144} />
                    </td>
                  </tr>
                </tbody>
              </table>
              <Text
                className="ink within"
                style={{ ...textStyle(look, [15, 21], look.ink), ...centred, paddingTop: "12px" }}
              >
                <LineTitle look={look} line={line} />
              </Text>
              {line.variantTitle && (
                <Text className="soft within" style={small}>
                  {line.variantTitle}
                </Text>
              )}
              <Text className="soft" style={{ ...small, whiteSpace: "nowrap" }}>
                {line.price}
              </Text>
            </Column>
          )}
        </EachLine>
      </Row>
    </Section>
  );
}
