// Scenario documents: records as lists [element, attributes, children], written and read by the
// browser's own XML, so that no text of data is ever markup.

const NAMESPACE = "urn:tuyen:exchange:1";

/**
 * The scenario document of some records.
 *
 * @param {Array} records Each [element, attributes, children]; a child that is a text is a text.
 * @param {{network: string, day: string, zone: string, title: string}} head What the root says.
 * @returns {string} The document.
 */
export function documentOf(records, { network, day, zone, title }) {
  const xml = document.implementation.createDocument(NAMESPACE, "exchange", null);
  const root = xml.documentElement;
  const attributes = {
    version: "1.0", kind: "delta", network, asOf: `${day}T00:00:00${zone}`,
    title: title.slice(0, 400), source: "scenario: hypothetical",
  };
  for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value);
  for (const record of records) {
    root.append("\n  ", elementOf(xml, record));
  }
  root.append("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(xml)}\n`;
}

function elementOf(xml, [name, attributes, children = []]) {
  const element = xml.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  for (const child of children) {
    element.append(typeof child === "string" ? child : elementOf(xml, child));
  }
  return element;
}

/**
 * The records of a scenario document.
 *
 * @param {string} text The document.
 * @returns {Array} The records, as `documentOf` takes them.
 * @throws {Error} Where it is none; the message is the browser's, or the root that was found.
 */
export function recordsOf(text) {
  const xml = new DOMParser().parseFromString(text, "application/xml");
  const root = xml.documentElement;
  const error = xml.querySelector("parsererror");
  if (error) throw new Error(error.textContent.trim().split("\n").slice(0, 2).join(" "));
  if (root.namespaceURI !== NAMESPACE || root.localName !== "exchange"
    || root.getAttribute("kind") !== "delta") {
    throw new Error(`<${root.nodeName}>`);
  }
  // Attributes of the root are copied to each record: the records may get another root.
  const common = ["source", "confidence"].map((name) => [name, root.getAttribute(name)])
    .filter(([, value]) => value !== null);
  return Array.from(root.children, (element) => {
    const [name, attributes, children] = recordOf(element);
    if (name === "retract") return [name, attributes, children];
    return [name, { ...Object.fromEntries(common), ...attributes }, children];
  });
}

function recordOf(element) {
  const attributes = Object.fromEntries(
    Array.from(element.attributes, ({ name, value }) => [name, value])
      .filter(([name]) => !name.startsWith("xmlns")));
  const children = Array.from(element.childNodes, (node) => {
    if (node.nodeType === Node.ELEMENT_NODE) return recordOf(node);
    return node.nodeType === Node.TEXT_NODE ? node.data.trim() : "";
  }).filter((child) => child !== "");
  return [element.localName, attributes, children];
}
