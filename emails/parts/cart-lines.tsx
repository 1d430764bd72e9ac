import { Column, Img, Link, Row, Section, Text } from "react-email";
import type { RecoveryLine, RecoveryProps } from "../recovery-props.ts";
import { countText } from "../recovery-text.ts";
import { type Labels, labelsOf } from "./labels.ts";
import { type Look, textStyle } from "./look.ts";

/** What lies in the cart, one row each, and what it comes to. */
export function CartLines({ look, props }: { look: Look; props: RecoveryProps }) {
  const labels = labelsOf[props.language];
  const count = new Intl.NumberFormat(props.language);
  return (
    <Section style={{ paddingTop: "44px" }}>
      {props.lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
        <Line key={index} look={look} line={line} labels={labels} quantity={count.format(line.quantity)} />
      ))}
      {props.moreLines > 0 && (
        <Text
          className="soft rule"
          style={{ ...ruled(look), ...textStyle(look, [14, 22], look.soft), padding: "14px 0" }}
        >
          {labels.more(countText(props))}
        </Text>
      )}
      <Totals look={look} props={props} />
    </Section>
  );
}

type LineProps = { look: Look; line: RecoveryLine; labels: Labels; quantity: string };

function Line({ look, line, labels, quantity }: LineProps) {
  const title = { ...textStyle(look, [15, 22], look.ink), fontWeight: 600 };
  return (
    <Row className="rule" style={ruled(look)}>
      <Column width={72} style={{ width: "72px", padding: "16px 0", verticalAlign: "top" }}>
        <Picture look={look} line={line} />
      </Column>
      <Column style={{ padding: "16px", verticalAlign: "top", textAlign: look.start }}>
        <Text style={title} className="ink">
          {line.url ? (
            <Link href={line.url} className="ink" style={{ color: look.ink }}>
              {line.title}
            </Link>
          ) : (
            line.title
          )}
        </Text>
        {line.variantTitle && (
          <Text className="soft" style={{ ...textStyle(look, [14, 21], look.soft), paddingTop: "2px" }}>
            {line.variantTitle}
          </Text>
        )}
        <Text className="faint" style={{ ...textStyle(look, [13, 20], look.faint), paddingTop: "2px" }}>
          {`${labels.quantity} ${quantity}`}
        </Text>
      </Column>
      <Column align={look.end} style={{ padding: "16px 0", verticalAlign: "top", whiteSpace: "nowrap" }}>
        <Text className="ink" style={{ ...textStyle(look, [15, 22], look.ink), textAlign: look.end }}>
          {line.price}
        </Text>
      </Column>
    </Row>
  );
}

function Picture({ look, line }: { look: Look; line: RecoveryLine }) {
  const square = { borderRadius: "8px", display: "block", width: "72px", height: "72px" };
  if (!line.imageUrl) {
    return (
      <div
        className="blank faint"
        aria-hidden
        style={{ ...textStyle(look, [24, 72], look.faint), ...square, backgroundColor: look.page, textAlign: "center" }}
      >
        {[...line.title.trim()][0]?.toLocaleUpperCase() ?? ""}
      </div>
    );
  }
  const picture = (
    <Img
      className="blank faint"
      src={line.imageUrl}
      alt={line.title}
      width={72}
      height={72}
      style={{
        ...textStyle(look, [11, 14], look.faint),
        ...square,
        objectFit: "cover",
        backgroundColor: look.page,
        overflow: "hidden",
      }}
    />
  );
  return line.url ? <Link href={line.url}>{picture}</Link> : picture;
}

function Totals({ look, props }: { look: Look; props: RecoveryProps }) {
  return (
    <Section className="rule" style={{ ...ruled(look), paddingTop: "14px" }}>
      {props.totals.map((total) => {
        const tone = total.strong ? look.ink : look.soft;
        const style = {
          ...textStyle(look, [total.strong ? 17 : 15, 28], tone),
          ...(total.strong && { fontWeight: 600 }),
        };
        return (
          <Row key={total.label}>
            <Column align={look.start} className={total.strong ? "ink" : "soft"} style={style}>
              {total.label}
            </Column>
            <Column
              align={look.end}
              className={total.strong ? "ink" : "soft"}
              style={{ ...style, textAlign: look.end, whiteSpace: "nowrap" }}
            >
              {total.value}
            </Column>
          </Row>
        );
      })}
    </Section>
  );
}

function ruled(look: Look) {
  return { borderTop: `1px solid ${look.rule}`, width: "100%" };
}
