export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const TOKEN = /<\?[^?]*\?>|<(?<closing>\/?)(?<name>[A-Za-z][\w:.-]*)(?<attributes>(?:\s+[\w:.-]+="[^"<]*")*)\s*(?<empty>\/?)>|(?<text>[^<]+)/gy;

/** A small strict reader for tests: well-formed elements, attributes and the five entities, or it throws. */
export function parseXml(source: string): XmlElement {
  const root: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < source.length; at = TOKEN.lastIndex) {
    const { text, name, closing, attributes, empty } = TOKEN.exec(source)?.groups ?? {};
    if (TOKEN.lastIndex === 0) throw new Error(`Not well-formed at ${at}: ${source.slice(at, at + 40)}`);
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.text += decode(text);
    if (name === undefined) continue;
    if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing.`);
      continue;
    }
    const element = { name, attributes: readAttributes(attributes ?? ""), children: [], text: "" };
    parent.children.push(element);
    if (!empty) open.push(element);
  }
  const [only] = root.children;
  if (open.length !== 1 || !only || root.children.length !== 1) throw new Error("Not one whole element.");
  return only;
}

function readAttributes(source: string) {
  return Object.fromEntries([...source.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, decode(value)]));
}

function decode(text: string) {
  return text.replace(/&([^;]*);?/g, (whole, name: string) => {
    const mark = ENTITIES[name];
    if (mark === undefined || !whole.endsWith(";")) throw new Error(`${whole} is no entity.`);
    return mark;
  });
}
