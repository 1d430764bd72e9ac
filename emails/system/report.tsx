import { Column, Heading, Img, Row, Section, Text } from "react-email";
import { type Look, lookOf, textStyle } from "../parts/look.ts";
import { product, SystemFrame } from "./system-frame.tsx";

/** A chart as a picture of the mail, with what it shows in words and in figures. */
export type ReportChart = {
  /** The picture's name in this mail: `cid:` and it. */
  name: string;
  title: string;
  caption: string;
  width: number;
  height: number;
  rows: [string, string][];
};

/** What was won back in a week or a month: texts ready to show. Attributed and incremental stay two numbers. */
export type ReportProps = {
  url: string;
  settingsUrl: string;
  tenantName: string;
  rhythm: "weekly" | "monthly";
  /** The days with their time zone. */
  period: string;
  figures: { name: string; value: string; note: string }[];
  charts: ReportChart[];
  experiments: { name: string; verdict: string }[];
};

export function reportSubject({ tenantName, rhythm }: ReportProps): string {
  return `${rhythm === "weekly" ? "Last week" : "Last month"} at ${tenantName}: what was won back`;
}

export function reportWords({ period, rhythm, settingsUrl }: ReportProps) {
  return {
    paragraphs: [period],
    footer: `You get this ${rhythm === "weekly" ? "each week" : "each month"}. Change that or turn it off: ${settingsUrl}`,
  };
}

/** The same in plain text: every picture as the figures that it shows. */
export function reportText(props: ReportProps): string {
  const { paragraphs, footer } = reportWords(props);
  const figures = props.figures.map(({ name, value, note }) => `${name}: ${value}${note ? ` (${note})` : ""}`);
  const charts = props.charts.map(({ title, caption, rows }) =>
    [title, caption, ...rows.map(([name, value]) => `${name}: ${value}`)].filter(Boolean).join("\n"),
  );
  const experiments = props.experiments.map(({ name, verdict }) => `${name}: ${verdict}`);
  const parts = [
    ...paragraphs,
    figures.join("\n"),
    ...charts,
    experiments.length > 0 ? `Experiments\n${experiments.join("\n")}` : "",
    props.url,
    footer,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

export function ReportLetter(props: ReportProps) {
  const look = lookOf("en", product.accent);
  return (
    <SystemFrame
      subject={reportSubject(props)}
      button={{ label: "Open the results", url: props.url }}
      {...reportWords(props)}
      above={
        <>
          <Lines look={look} rows={props.figures.map(({ name, note, value }) => ({ name, note, value }))} />
          {props.charts.map((chart) => (
            <Section key={chart.name} style={{ paddingBottom: "28px" }}>
              <Title look={look}>{chart.title}</Title>
              <Text className="faint" style={{ ...textStyle(look, [13, 20], look.faint), paddingBottom: "10px" }}>
                {chart.caption}
              </Text>
              <Img
                src={`cid:${chart.name}`}
                alt={`${chart.title}. ${chart.rows.map(([name, value]) => `${name}: ${value}`).join("; ")}.`}
                width={chart.width}
                height={chart.height}
                style={{ width: "100%", maxWidth: `${chart.width}px`, height: "auto", borderRadius: "4px" }}
              />
            </Section>
          ))}
          {props.experiments.length > 0 ? (
            <>
              <Title look={look}>Experiments</Title>
              <Lines
                look={look}
                rows={props.experiments.map(({ name, verdict }) => ({ name, note: verdict, value: "" }))}
              />
            </>
          ) : null}
        </>
      }
    />
  );
}

const Title = ({ look, children }: { look: Look; children: string }) => (
  <Heading as="h2" className="ink" style={{ ...textStyle(look, [16, 24], look.ink), fontWeight: 600, margin: 0 }}>
    {children}
  </Heading>
);

/** Amounts with their signs, which no line may part. */
const Held = ({ text }: { text: string }) =>
  text.split(/([+−]\S*\d)/).map((part, place) =>
    place % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: rendered once, never reordered
      <span key={place} style={{ whiteSpace: "nowrap" }}>
        {part}
      </span>
    ),
  );

function Lines({ look, rows }: { look: Look; rows: { name: string; note: string; value: string }[] }) {
  const plain = textStyle(look, [15, 24], look.ink);
  return (
    <Section style={{ padding: "20px 0 28px" }}>
      {rows.map(({ name, note, value }) => (
        <Row key={name} className="rule" style={{ borderTop: `1px solid ${look.rule}` }}>
          <Column align={look.start} style={{ padding: "9px 0", verticalAlign: "top" }}>
            <Text className="ink" style={plain}>
              {name}
            </Text>
            {note ? (
              <Text className="faint" style={textStyle(look, [13, 20], look.faint)}>
                <Held text={note} />
              </Text>
            ) : null}
          </Column>
          {value ? (
            <Column align={look.end} style={{ padding: "9px 0 9px 16px", verticalAlign: "top", width: "1%" }}>
              <Text className="ink" style={{ ...plain, fontWeight: 600, textAlign: look.end, whiteSpace: "nowrap" }}>
                {value}
              </Text>
            </Column>
          ) : null}
        </Row>
      ))}
    </Section>
  );
}
