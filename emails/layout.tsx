import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from "@react-email/components";
import type { ReactNode } from "react";

const SERIF = "'Source Serif 4', Georgia, 'Times New Roman', serif";
const SANS = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

/** Mail programs know no custom properties, so the tokens live here: each style is the light one, each class its dark twin. */
const DARK = `
  @media (prefers-color-scheme: dark) {
    .paper, .paper td { background-color: #16140f !important; }
    .ink, .ink a { color: #ece7db !important; }
    .quiet, .quiet a { color: #b3ac9d !important; }
    .rule { border-color: #4a453b !important; }
    .action { background-color: #e5705c !important; color: #16140f !important; }
  }`;

const styles = {
  paper: { backgroundColor: "#fbf8f1", margin: 0, padding: "32px 20px" },
  column: { maxWidth: "560px", margin: "0 auto" },
  heading: { color: "#1d1a14", fontFamily: SERIF, fontSize: "26px", fontWeight: 600, lineHeight: "32px", margin: "0 0 20px" },
  text: { color: "#1d1a14", fontFamily: SERIF, fontSize: "18px", lineHeight: "28px", margin: "0 0 18px" },
  action: {
    backgroundColor: "#a8281a", borderRadius: "3px", color: "#ffffff", fontFamily: SANS, fontSize: "17px", fontWeight: 600,
    lineHeight: "24px", padding: "13px 24px", textDecoration: "none",
  },
  code: { color: "#1d1a14", fontFamily: SANS, fontSize: "34px", fontWeight: 600, letterSpacing: "3px", lineHeight: "44px", margin: "0 0 18px" },
  notice: {
    borderLeft: "4px solid #a8281a", color: "#1d1a14", fontFamily: SANS, fontSize: "16px", lineHeight: "24px", margin: "0 0 24px",
    padding: "4px 0 4px 14px",
  },
  rule: { border: "none", borderTop: "1px solid #cfc8b8", margin: "30px 0 18px" },
  quiet: { color: "#635d50", fontFamily: SANS, fontSize: "14px", lineHeight: "21px", margin: "0 0 10px" },
  link: { color: "#1d1a14", textDecoration: "underline" },
  quietLink: { color: "#635d50", textDecoration: "underline" },
};

type LetterProps = {
  preview: string;
  /** Why this mail came, and how to stop it. */
  foot: ReactNode;
  children: ReactNode;
  lang?: string;
  dir?: "ltr" | "rtl";
};

/** A mail as a printed letter: one column, text first. */
export function Letter({ preview, foot, children, lang = "en", dir = "ltr" }: LetterProps) {
  return (
    <Html lang={lang} dir={dir}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body className="paper" style={styles.paper}>
        <Container style={styles.column}>
          {children}
          <Hr className="rule" style={styles.rule} />
          {foot}
        </Container>
      </Body>
    </Html>
  );
}

export function Title({ children }: { children: ReactNode }) {
  return <Heading className="ink" style={styles.heading}>{children}</Heading>;
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text className="ink" style={styles.text}>{children}</Text>;
}

/** The one thing that the letter asks for. */
export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Section style={{ margin: "0 0 24px" }}>
      <Button className="action" href={href} style={styles.action}>{children}</Button>
    </Section>
  );
}

/** Six digits in two groups, as people read them aloud. */
export function Code({ children }: { children: string }) {
  return <Text className="ink" style={styles.code}>{`${children.slice(0, 3)} ${children.slice(3)}`}</Text>;
}

/** Says before everything else what kind of mail this is. */
export function Notice({ children }: { children: ReactNode }) {
  return <Text className="ink" style={styles.notice}>{children}</Text>;
}

/** A line at the foot. */
export function Note({ children }: { children: ReactNode }) {
  return <Text className="quiet" style={styles.quiet}>{children}</Text>;
}

/** A link at the foot. A paragraph of its own: in the plain-text part its address stands alone on a line. */
export function NoteLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Text className="quiet" style={styles.quiet}>
      <Link href={href} style={styles.quietLink}>{children}</Link>
    </Text>
  );
}

/** Somebody's own words: their paragraphs and line breaks kept, everything else printed as it was typed. */
export function OwnWords({ children }: { children: string }) {
  return children
    .split(/\n{2,}/)
    .map((paragraph, index) => (
      <Text key={index} dir="auto" className="ink" style={styles.text}>{withLineBreaks(paragraph)}</Text>
    ));
}

function withLineBreaks(paragraph: string) {
  return paragraph.split("\n").flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]));
}
